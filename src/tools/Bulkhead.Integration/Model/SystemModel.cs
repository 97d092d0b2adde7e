// SPDX-License-Identifier: MIT
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
    /// <summary>The native partitions in order.</summary>
    public IEnumerable<NativePartitionModel> NativePartitions =>
        Partitions.OfType<NativePartitionModel>();

    /// <summary>The virtual machines in order.</summary>
    public IEnumerable<VirtualMachineModel> VirtualMachines =>
        Partitions.OfType<VirtualMachineModel>();
}
