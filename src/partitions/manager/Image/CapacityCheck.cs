// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks that the manager's own capability space holds what it must create, and every partition's
/// what it gets. The kernel's pools answer for themselves: nothing runs before everything is
/// created.
/// </summary>
public static class CapacityCheck
{
    private const uint ExitPortalCount = (uint)ExitKind.Recall + 1;

    // Domain, wake-up semaphore, main thread, scheduling context.
    private const uint EachPartition = 4;

    // Fault portal and service portal, for each CPU that it has threads on.
    private const uint EachThreadCpu = 2;

    // The portal for the partition's own use.
    private const uint EachServer = 1;

    // Event portals, virtual CPU, scheduling context.
    private const uint EachVcpu = ExitPortalCount + 2;

    // The steward, its scheduling context, and the semaphore that wakes it.
    private const uint Steward = 3;

    private const uint InterruptsMax = Selectors.InterruptSemaphore - Selectors.Interrupt;

    /// <summary>Checks it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        uint interruptCount = 0;
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            uint own = CountInterrupts(in view, id);
            if (own > InterruptsMax)
            {
                return new Verdict(Reason.ImageCapacity, ImageItem.Partition, id);
            }
            interruptCount += own;
        }
        bool fits = interruptCount < Selectors.BootSegments - Selectors.BootInterrupts
            && CountSelectors(in view, interruptCount)
                <= SelectorPool.CountFree(interruptCount, view.Header.Memory.Count);
        return Verdict.Require(fits, Reason.ImageCapacity, ImageItem.Header);
    }

    /// <summary>Whether a partition has a server thread: it has clients, or a guest to attend
    /// to.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>True when it has.</returns>
    public static bool HasServer(in ImageView view, uint id) =>
        PartitionCheck.IsMachine(in view.Partition(id)) || ClientsOf(in view, id) != 0;

    /// <summary>The clients of a partition.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Bit n set: partition n is one.</returns>
    public static uint ClientsOf(in ImageView view, uint id)
    {
        uint mask = 0;
        for (uint index = 0; index < view.Header.Channels.Count; index++)
        {
            ref readonly ChannelRecord channel = ref view.Channel(index);
            if (channel.To == id) mask |= 1u << (int)channel.From;
        }
        return mask;
    }

    /// <summary>Counts the interrupts of a partition.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Their number.</returns>
    public static uint CountInterrupts(in ImageView view, uint id)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        uint count = 0;
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(
                partition.FirstResource + offset);
            if (resource.Kind == ResourceKind.Interrupt) count++;
        }
        return count;
    }

    private static uint CountSelectors(in ImageView view, uint interruptCount)
    {
        // The manager's server threads; its portals to the console have places of their own.
        uint count = ThreadCpus.Count(ThreadCpus.OfAll(in view)) + interruptCount;
        if (SchedulePlan.Of(in view).HasRestarts) count += Steward;
        count += OverrunMonitor.CountObjects(in view);
        for (uint index = 0; index < view.Header.Channels.Count; index++)
        {
            count += ThreadCpus.Count(ThreadCpus.Of(in view, view.Channel(index).From));
        }
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            count += EachPartition + (HasServer(in view, id) ? EachServer : 0)
                + (EachThreadCpu * ThreadCpus.Count(ThreadCpus.Of(in view, id)))
                + ThreadCpus.Count(partition.ServerCpus)
                + ThreadBuilder.CountSelectors(in view, id);
            // The guest's domain.
            if (PartitionCheck.IsMachine(in partition)) count++;
            count += partition.Machine.VcpuCount * EachVcpu;
        }
        return count;
    }
}
