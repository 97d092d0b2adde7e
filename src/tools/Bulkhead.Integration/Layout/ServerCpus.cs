// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Finds the processors on which partitions need server threads. A call stays on its processor, so
/// whoever is called has a thread wherever callers have threads: clients, virtual processors, and
/// for the console the partition manager, which hears of faults everywhere. Sets of processors, bit
/// n for processor n.
/// </summary>
public static class ServerCpus
{
    /// <summary>Finds them.</summary>
    /// <param name="model">The system.</param>
    /// <param name="channels">All channels, those that nobody had to ask for too.</param>
    /// <returns>The set of each partition; empty when nobody calls it.</returns>
    public static IReadOnlyList<uint> Find(
        SystemModel model, IReadOnlyList<ChannelRecord> channels)
    {
        uint[] servers = [.. model.Partitions.Select(
            partition => partition is VirtualMachineModel ? SetOf(partition.Cpus) : 0)];
        // Servers call servers: sets grow until nothing is missing, at most by one thread a round.
        for (bool hasGrown = true; hasGrown;)
        {
            uint[] before = [.. servers];
            foreach (ChannelRecord channel in channels)
            {
                servers[channel.To] |= Own(model, channel.To) | Threads(model, channel.From)
                    | servers[channel.From];
            }

            if (model.Console is ConsoleModel console && servers[console.ServerIndex] != 0)
            {
                servers[console.ServerIndex] |= OfAll(model, servers);
            }

            hasGrown = !servers.SequenceEqual(before);
        }

        return servers;
    }

    /// <summary>Processors that any thread runs on, the manager's main thread on processor 0
    /// included.</summary>
    /// <param name="model">The system.</param>
    /// <param name="servers">What <see cref="Find"/> found.</param>
    /// <returns>The set.</returns>
    public static uint OfAll(SystemModel model, IReadOnlyList<uint> servers) =>
        servers.Select((set, id) => set | Threads(model, (uint)id))
            .Aggregate(1u, (all, set) => all | set);

    private static uint Own(SystemModel model, uint id) =>
        SetOf([model.Partitions[(int)id].Schedule.Cpu]);

    /// <summary>Processors of a partition's main thread and of those that it declares; a guest's
    /// are among its servers'.</summary>
    /// <param name="model">The system.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>The set.</returns>
    public static uint Threads(SystemModel model, uint id) => Own(model, id)
        | SetOf(model.Partitions[(int)id].Threads.Select(thread => thread.Cpu));

    private static uint SetOf(IEnumerable<int> cpus) =>
        cpus.Aggregate(0u, (set, cpu) => set | (1u << cpu));
}
