// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A partition that is a native C# program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Where the name stands.</param>
/// <param name="Schedule">When and how long it runs.</param>
/// <param name="Project">Full path of its C# project file.</param>
/// <param name="MemorySize">Memory for data, stacks and more, in bytes, whole pages.</param>
/// <param name="Argument">A number that the program gets.</param>
/// <param name="Devices">Devices that it owns.</param>
public sealed record NativePartitionModel(
    string Name,
    SourceMark Mark,
    ScheduleModel Schedule,
    string Project,
    ulong MemorySize,
    ulong Argument,
    IReadOnlyList<BoardDevice> Devices) : PartitionModel(Name, Mark, Schedule)
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> Cpus =>
        [.. Threads.Select(thread => thread.Cpu).Prepend(Schedule.Cpu).Distinct().Order()];

    /// <summary>The tier that its project must have; null when the description does not
    /// say.</summary>
    public TierReference? Tier { get; init; }

    /// <summary>Whether it may switch between schedules.</summary>
    public bool MaySwitchSchedules { get; init; }
}
