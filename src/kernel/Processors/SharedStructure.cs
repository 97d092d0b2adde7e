// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>Who may change what all CPUs share.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SharedStructure
{
    /// <summary>The CPU that has the structure lock, plus one; 0: nobody.</summary>
    public uint Owner;

    /// <summary>A bit for each CPU that found it taken.</summary>
    public uint Waiters;

    /// <summary>A bit for each CPU that the owner holds still.</summary>
    public uint Held;

    /// <summary>CPUs that run: 0 to one below this.</summary>
    public uint CpuCount;
}
