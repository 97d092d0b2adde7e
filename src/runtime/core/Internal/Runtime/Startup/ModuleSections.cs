// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Startup;

/// <summary>Tables that the native compiler leaves for start-up.</summary>
internal static unsafe class ModuleSections
{
    private const int HeaderBytes = 16;
    private const int GCStaticRegion = 201;
    private const int ThreadStaticRegion = 202;
    private const int EagerConstructors = 205;
    private const int FrozenObjects = 206;
    private const int SectionsMax = 64;

    private static nint* _threadStaticTypes;
    private static int _threadStaticCount;
    private static byte* _frozenStart;
    private static byte* _frozenEnd;
    private static int* _gcStatics;
    private static int* _gcStaticsEnd;

    [StructLayout(LayoutKind.Sequential)]
    private struct Row
    {
        internal int Id;
        internal int Flags;
        internal byte* Start;
        internal byte* End;
    }

    internal static int ThreadStaticTypeCount => _threadStaticCount;

    /// <summary>Constant objects in the program's data: first and last byte.</summary>
    internal static byte* FrozenStart => _frozenStart;

    internal static byte* FrozenEnd => _frozenEnd;

    internal static int GCStaticCount => (int)(_gcStaticsEnd - _gcStatics);

    /// <summary>The cell that holds the static references of one type.</summary>
    internal static nint* GCStaticCell(int index) =>
        (nint*)MethodTable.Target(_gcStatics + index);

    internal static MethodTable* ThreadStaticType(int index) =>
        (MethodTable*)_threadStaticTypes[index];

    /// <summary>Prepares statics, then runs the constructors that are marked as eager.</summary>
    internal static void Initialize()
    {
        Section(GCStaticRegion, out byte* start, out byte* end);
        _gcStatics = (int*)start;
        _gcStaticsEnd = (int*)end;
        Section(ThreadStaticRegion, out start, out end);
        _threadStaticTypes = (nint*)start;
        _threadStaticCount = (int)((end - start) / sizeof(nint));
        Section(FrozenObjects, out _frozenStart, out _frozenEnd);
        GCStatics.Initialize(_gcStatics, _gcStaticsEnd);
        Section(EagerConstructors, out start, out end);
        for (int* eager = (int*)start; eager < (int*)end; eager++)
            ((delegate*<void>)MethodTable.Target(eager))();
    }

    // A section that a program does not have is empty.
    private static void Section(int id, out byte* start, out byte* end)
    {
        byte* header = *(byte**)ModulesStart();
        int count = *(ushort*)(header + 12);
        Row* row = (Row*)(header + HeaderBytes);
        for (int index = 0; index < count && index < SectionsMax; index++, row++)
        {
            if (row->Id != id)
                continue;
            start = row->Start;
            end = row->End;
            return;
        }
        start = end = null;
    }

    [RuntimeImport("bulkhead_modules_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint ModulesStart();
}
