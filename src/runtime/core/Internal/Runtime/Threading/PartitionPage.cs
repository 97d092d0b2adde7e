// SPDX-License-Identifier: MIT
using System;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Threading;

/// <summary>What the partition manager says of the partition's threads, on a page at a place that
/// does not change.</summary>
/// <remarks>The core library does not know the system's interface: a test compares these numbers
/// with <c>PartitionInfo</c>, <c>ThreadInfo</c> and <c>NativeLayout</c>.</remarks>
internal static unsafe class PartitionPage
{
    internal const nuint Address = 0x10_0000;
    internal const int CpuOffset = 84;
    internal const int ThreadCountOffset = 2068;
    internal const int ThreadsOffset = 2072;
    internal const int PriorityOffset = 2360;
    internal const int ThreadsMax = 6;
    internal const int NameBytesMax = 24;

    /// <summary>A declared thread.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Row
    {
        internal fixed byte Name[NameBytesMax];
        internal uint Priority;
        internal uint Cpu;
        internal ulong BudgetNanoseconds;
        internal ulong PeriodNanoseconds;
    }

    /// <summary>How many threads are declared besides the main thread.</summary>
    internal static int ThreadCount =>
        (int)Math.Min(*(uint*)(Address + ThreadCountOffset), ThreadsMax);

    /// <summary>CPU of the main thread and of the server.</summary>
    internal static int MainCpu => (int)*(uint*)(Address + CpuOffset);

    internal static int MainPriority => (int)*(uint*)(Address + PriorityOffset);

    /// <summary>A declared thread, from 1.</summary>
    internal static Row* Thread(int index) => (Row*)(Address + ThreadsOffset) + (index - 1);

    /// <summary>Its name, up to the first byte that is 0.</summary>
    internal static ReadOnlySpan<byte> NameOf(int index)
    {
        byte* name = Thread(index)->Name;
        int length = 0;
        while (length < NameBytesMax && name[length] != 0)
            length++;
        return new ReadOnlySpan<byte>(name, length);
    }
}
