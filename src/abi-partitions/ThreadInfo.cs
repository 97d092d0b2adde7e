// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi;

/// <summary>A thread that a partition declares: in its <see cref="PartitionInfo"/>, and in the
/// system image.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ThreadInfo
{
    /// <summary>Name, unique in the partition: 1 to 24 characters of a-z, 0-9, '-' and
    /// '_'.</summary>
    public PartitionName Name;

    /// <summary>Priority, 0 to 255.</summary>
    public uint Priority;

    /// <summary>CPU that it runs on.</summary>
    public uint Cpu;

    /// <summary>Budget per period in nanoseconds, 0: no limit.</summary>
    public ulong BudgetNanoseconds;

    /// <summary>Period in nanoseconds, 0: none.</summary>
    public ulong PeriodNanoseconds;
}
