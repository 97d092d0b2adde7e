// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Boards;

namespace Bulkhead.Integration.Model;

/// <summary>
/// A validated system description: every reference resolved, every range checked.
/// </summary>
/// <param name="File">The description's path.</param>
/// <param name="Board">The board.</param>
/// <param name="MemorySize">Memory of the board, in bytes.</param>
/// <param name="Manager">C# project of the partition manager.</param>
/// <param name="Partitions">The partitions in the order of the description.</param>
/// <param name="Channels">The channels in the order of the description.</param>
/// <param name="Console">The console, or null when nobody serves one.</param>
public sealed record SystemModel(
    string File,
    Board Board,
    ulong MemorySize,
    string Manager,
    IReadOnlyList<PartitionModel> Partitions,
    IReadOnlyList<ChannelModel> Channels,
    ConsoleModel? Console)
{
    /// <summary>Processors that run, the first ones of the board.</summary>
    public int CpuCount { get; init; } = 1;

    /// <summary>Whether the description names another partition manager than Bulkhead's own:
    /// what that one makes is not known.</summary>
    public bool HasOtherManager { get; init; }

    /// <summary>The schedules in order, the one that is active from the start first; empty:
    /// nothing is scheduled by time.</summary>
    public IReadOnlyList<MajorFrameModel> Schedules { get; init; } = [];

    /// <summary>Names of the time partitions in the order in which partitions name them. The first
    /// has number 1; 0 is the background.</summary>
    public IReadOnlyList<string> TimePartitions =>
        [.. Partitions.Select(partition => partition.Schedule.TimePartition?.Name)
            .OfType<string>().Distinct()];

    /// <summary>The number that the kernel knows a time partition by.</summary>
    /// <param name="timePartition">Its name; empty or null: the background.</param>
    /// <returns>The number.</returns>
    public uint NumberOf(string? timePartition) =>
        string.IsNullOrEmpty(timePartition) ? 0
            : (uint)(TimePartitions.ToList().IndexOf(timePartition) + 1);

    /// <summary>Whether the beginning of a schedule restarts partitions.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>True when it does.</returns>
    public bool HasRestarts(MajorFrameModel schedule) => Partitions.Any(partition =>
        partition.Schedule.ActionIn(schedule.Name) != ScheduleChangeAction.Ignore);

    /// <summary>The native partitions in order.</summary>
    public IEnumerable<NativePartitionModel> NativePartitions =>
        Partitions.OfType<NativePartitionModel>();

    /// <summary>The virtual machines in order.</summary>
    public IEnumerable<VirtualMachineModel> VirtualMachines =>
        Partitions.OfType<VirtualMachineModel>();
}
