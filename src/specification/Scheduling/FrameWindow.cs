// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Scheduling;

/// <summary>A part of a major frame.</summary>
/// <param name="DurationTicks">How long it is open.</param>
/// <param name="TimePartition">Whose it is; 0: the background's.</param>
/// <param name="IsExclusive">Whether the background does not run in it.</param>
public readonly record struct FrameWindow(
    ulong DurationTicks, byte TimePartition, bool IsExclusive)
{
    /// <summary>Greatest duration.</summary>
    public const ulong TicksMax = 1ul << 56;

    /// <summary>Shortest windows in a second.</summary>
    public const ulong MostPerSecond = 65536;
}
