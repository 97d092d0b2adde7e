// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>One way to divide time: a major frame of windows for each CPU.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Schedule
{
    /// <summary>Its windows, in the order in which they were added.</summary>
    public WindowTable Windows;

    /// <summary>Index plus one of each CPU's first window; 0: it has none.</summary>
    public CpuTable First;

    /// <summary>Index plus one of each CPU's last window.</summary>
    public CpuTable Last;

    /// <summary>Length of each CPU's frame in ticks.</summary>
    public LengthTable Lengths;

    /// <summary>Windows in use.</summary>
    public byte Count;

    /// <summary>Adds a window behind the last of a CPU.</summary>
    /// <param name="cpu">Number of the CPU.</param>
    /// <param name="window">The window.</param>
    public void Append(int cpu, in FrameWindow window)
    {
        // By fields: a copy of the whole would use vector registers.
        ref FrameWindow row = ref Windows[Count];
        row.DurationTicks = window.DurationTicks;
        row.TimePartition = window.TimePartition;
        row.IsExclusive = window.IsExclusive;
        Count++;
        if (First[cpu] == 0) First[cpu] = Count;
        else Windows[Last[cpu] - 1].Next = Count;
        Last[cpu] = Count;
        Lengths[cpu] += window.DurationTicks;
    }

    /// <summary>Whether every CPU has windows, and frames of the same length.</summary>
    /// <param name="cpus">CPUs, from 0 on.</param>
    /// <returns>Whether the schedule can be used.</returns>
    public bool IsWhole(uint cpus)
    {
        for (int cpu = 0; cpu < cpus; cpu++)
        {
            if (First[cpu] == 0 || Lengths[cpu] != Lengths[0]) return false;
        }
        return true;
    }

    /// <summary>Length of each CPU's frame in ticks.</summary>
    [InlineArray(Limits.CpusMax)]
    public struct LengthTable { private ulong _element; }

    /// <summary>Windows.</summary>
    [InlineArray(Limits.FrameWindowsMax)]
    public struct WindowTable { private FrameWindow _element; }

    /// <summary>A window for each CPU.</summary>
    [InlineArray(Limits.CpusMax)]
    public struct CpuTable { private byte _element; }
}
