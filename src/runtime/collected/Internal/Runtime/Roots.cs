// SPDX-License-Identifier: MIT
using Internal.Runtime.Startup;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Where references come from that are not in the heap.</summary>
internal static unsafe class Roots
{
    // As many as threads have numbers.
    private const int ThreadsMax = 0xFFFF;

    /// <summary>Marks what they lead to at once.</summary>
    internal static void Mark(ref Marker marker)
    {
        for (int index = 0; index < ModuleSections.GCStaticCount; index++)
            marker.Mark((nuint)(*ModuleSections.GCStaticCell(index)));
        for (nint block = ForeverMemory.Blocks; block != 0; block = ForeverMemory.Before(block))
            marker.Mark((nuint)block);
        ConstantRoots.Mark(ref marker);
        ThreadRecord* thread = MainThread();
        for (int count = 0; thread != null && count < ThreadsMax; count++, thread = thread->Next)
        {
            marker.Mark((nuint)Unsafe.As<object?[]?, nint>(ref thread->ThreadStatics));
            marker.Mark((nuint)Unsafe.As<object?, nint>(ref thread->ManagedThread));
            if (thread->State != ThreadState.Outside)
                StackRoots.Mark(ref marker, thread);
        }
    }

    [RuntimeImport("bulkhead_main_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ThreadRecord* MainThread();
}
