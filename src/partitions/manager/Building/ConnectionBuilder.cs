// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Gives partitions the portals of those that serve them, one per channel of the
/// description.</summary>
public static class ConnectionBuilder
{
    private const ulong ManagerId = 0xff;

    /// <summary>Makes a partition's portal for its own use, and hands out the portals that it
    /// calls.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        uint own = context.View.Partition(id).Cpu;
        bool hasServer = context.Slots[(int)id].Servers[(int)own] != Selectors.Null;
        if (hasServer && !GivePortal(ref context, id, id, own, Badge.Self, Selectors.SelfPortal))
        {
            return false;
        }
        for (uint index = 0; index < context.View.Header.Channels.Count; index++)
        {
            bool isOwn = context.View.Channel(index).From == id;
            if (isOwn && !Connect(ref context, index)) return false;
        }
        return true;
    }

    /// <summary>Makes the manager a client of the console.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool ConnectManager(ref BuildContext context)
    {
        uint console = context.View.Header.ConsolePartition;
        if (console == uint.MaxValue) return true;
        ulong entry = DomainBuilder.PortalEntry(context.View.Partition(console).Entry);
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            uint server = context.Slots[(int)console].Servers[(int)cpu];
            // Without clients the console has no server thread.
            bool isUsed = server != Selectors.Null
                && context.ManagerServers[(int)cpu] != Selectors.Null;
            if (!isUsed) continue;
            uint target = cpu == 0 ? Selectors.Console : Selectors.CpuConsole + cpu;
            // The steward, which has the first CPU's place among the stacks, has a portal there.
            bool isMade = MakeConsolePortal(ref context, target, server, entry)
                && (cpu != 0 || MakeConsolePortal(
                    ref context, Selectors.CpuConsole, server, entry));
            if (!isMade) return false;
        }
        return true;
    }

    private static bool MakeConsolePortal(
        ref BuildContext context, uint target, uint server, ulong entry)
    {
        ResultCode code = SystemKernel.CreatePortal(
            target, server, entry, Badge.Client | ManagerId, RegisterGroups.None);
        return context.Done(BuildStep.Portal, code);
    }

    private static bool Connect(ref BuildContext context, uint index)
    {
        ref readonly ChannelRecord channel = ref context.View.Channel(index);
        uint own = context.View.Partition(channel.From).Cpu;
        uint cpus = ThreadCpus.Of(in context.View, channel.From);
        ulong badge = Badge.Client | channel.From;
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            if (!ThreadCpus.Has(cpus, cpu)) continue;
            uint target = cpu == own
                ? TargetOf(in context.View, index)
                : TargetOf(in context.View, index, cpu);
            bool isGiven = target == Selectors.Null
                || GivePortal(ref context, channel.To, channel.From, cpu, badge, target);
            if (!isGiven) return false;
        }
        return channel.Kind == ChannelKind.Log || GiveWakeup(ref context, in channel);
    }

    /// <summary>Selector of a channel's portal in the client, for threads on its own
    /// CPU.</summary>
    /// <param name="view">The image.</param>
    /// <param name="index">The channel.</param>
    /// <returns>The selector.</returns>
    public static uint TargetOf(in ImageView view, uint index) =>
        ChannelCheck.IsText(in view.Channel(index))
            ? Selectors.Console
            : Selectors.Free - ChannelCheck.PortalsMax
                + ChannelCheck.PortalNumber(in view, index);

    /// <summary>Selector of a channel's portal in the client, for its server thread on another
    /// CPU.</summary>
    /// <param name="view">The image.</param>
    /// <param name="index">The channel.</param>
    /// <param name="cpu">That CPU.</param>
    /// <returns>The selector; <see cref="Selectors.Null"/> when there is no place for
    /// it.</returns>
    public static uint TargetOf(in ImageView view, uint index, uint cpu)
    {
        if (ChannelCheck.IsText(in view.Channel(index))) return Selectors.CpuConsole + cpu;
        uint number = ChannelCheck.PortalNumber(in view, index);
        return number < Selectors.CpuChannelsMax
            ? Selectors.CpuChannels + (cpu * Selectors.CpuChannelsMax) + number
            : Selectors.Null;
    }

    private static bool GivePortal(
        ref BuildContext context, uint server, uint client, uint cpu, ulong badge, uint target)
    {
        uint portal = context.Pool.Take();
        ulong entry = DomainBuilder.PortalEntry(context.View.Partition(server).Entry);
        uint thread = context.Slots[(int)server].Servers[(int)cpu];
        ResultCode code = SystemKernel.CreatePortal(
            portal, thread, entry, badge, RegisterGroups.None);
        if (!context.Done(BuildStep.Portal, code)) return false;
        uint domain = context.Slots[(int)client].Domain;
        code = SystemKernel.Delegate(portal, domain, target, Rights.PortalCall);
        return context.Done(BuildStep.Portal, code);
    }

    private static bool GiveWakeup(ref BuildContext context, in ChannelRecord channel)
    {
        ResultCode code = SystemKernel.Delegate(
            context.Slots[(int)channel.From].Wakeup, context.Slots[(int)channel.To].Domain,
            Selectors.TerminalClient + channel.From, Rights.SemaphoreUp);
        return context.Done(BuildStep.Portal, code);
    }
}
