// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>A part of a CPU's major frame.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct FrameWindow
{
    /// <summary>Length in ticks.</summary>
    public ulong DurationTicks;

    /// <summary>Whose it is.</summary>
    public byte TimePartition;

    /// <summary>1: the background does not run in it.</summary>
    public byte IsExclusive;

    /// <summary>Index plus one of the same CPU's next window; 0: the frame ends.</summary>
    public byte Next;
}
