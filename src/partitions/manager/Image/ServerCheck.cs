// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks that whoever is called has a server thread on every CPU that it is called from, as calls
/// stay on their CPU, and a stack for each.
/// </summary>
public static class ServerCheck
{
    /// <summary>Checks it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            bool isRight = HasCpus(in view, id) && HasStacks(in view, id);
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
        }
        for (uint index = 0; index < view.Header.Channels.Count; index++)
        {
            ref readonly ChannelRecord channel = ref view.Channel(index);
            uint served = view.Partition(channel.To).ServerCpus;
            if ((ThreadCpus.Of(in view, channel.From) & ~served) != 0)
            {
                return new Verdict(Reason.ImageRecord, ImageItem.Channel, index);
            }
        }
        bool hasMemory = ServerStacks.CountManagers(in view) == 0
            || ServerStacks.FindManagers(in view) != 0;
        return Verdict.Require(hasMemory, Reason.ImageRecord, ImageItem.Header);
    }

    private static bool HasCpus(in ImageView view, uint id)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        uint known = ThreadCpus.BitOf(view.CpuCount) - 1;
        bool isServer = CapacityCheck.HasServer(in view, id);
        bool isInside = partition.Cpu < view.CpuCount
            && (partition.ServerCpus & ~known) == 0
            && isServer == ThreadCpus.Has(partition.ServerCpus, partition.Cpu)
            && (isServer || partition.ServerCpus == 0);
        // The manager tells the console what goes wrong, from wherever it does.
        bool servesAll = id != view.Header.ConsolePartition || !isServer
            || (ThreadCpus.OfAll(in view) & ~partition.ServerCpus) == 0;
        return isInside && servesAll && HasVcpuServers(in partition);
    }

    private static bool HasVcpuServers(in PartitionRecord partition)
    {
        VirtualMachineInfo machine = partition.Machine;
        for (int number = 0; number < Limits.VcpusPerMachineMax; number++)
        {
            byte cpu = machine.VcpuCpus[number];
            bool isRight = number < machine.VcpuCount
                ? cpu < Limits.CpusMax && ThreadCpus.Has(partition.ServerCpus, cpu)
                : cpu == 0;
            if (!isRight) return false;
        }
        return true;
    }

    private static bool HasStacks(in ImageView view, uint id)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        for (uint cpu = 0; cpu < view.CpuCount; cpu++)
        {
            bool isNeeded = cpu != partition.Cpu && ThreadCpus.Has(partition.ServerCpus, cpu);
            if (isNeeded && !ServerStacks.HasStack(in view, in partition, cpu)) return false;
        }
        return true;
    }
}
