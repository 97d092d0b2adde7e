// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A window of a schedule.</summary>
/// <param name="Mark">Where it stands.</param>
/// <param name="TimePartition">Name of the time partition that it is for; empty: the
/// background.</param>
/// <param name="DurationNanoseconds">Its length.</param>
/// <param name="IsExclusive">Whether the background does not run in it.</param>
public sealed record FrameWindowModel(
    SourceMark Mark, string TimePartition, ulong DurationNanoseconds, bool IsExclusive)
{
    /// <summary>Processor that it is for.</summary>
    public int Cpu { get; init; }
}
