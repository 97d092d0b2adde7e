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
        bool hasServer = context.Slots[(int)id].ServerThread != Selectors.Null;
        if (hasServer && !GivePortal(ref context, id, id, Badge.Self, Selectors.SelfPortal))
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
        uint server = context.Slots[(int)console].ServerThread;
        // Without clients the console has no server thread.
        if (server == Selectors.Null) return true;
        ulong entry = DomainBuilder.PortalEntry(context.View.Partition(console).Entry);
        ResultCode code = SystemKernel.CreatePortal(
            Selectors.Console, server, entry, Badge.Client | ManagerId, RegisterGroups.None);
        return context.Done(BuildStep.Portal, code);
    }

    private static bool Connect(ref BuildContext context, uint index)
    {
        ref readonly ChannelRecord channel = ref context.View.Channel(index);
        uint target = ChannelCheck.IsText(in channel)
            ? Selectors.Console
            : Selectors.Free - ChannelCheck.PortalsMax
                + ChannelCheck.PortalNumber(in context.View, index);
        ulong badge = Badge.Client | channel.From;
        if (!GivePortal(ref context, channel.To, channel.From, badge, target)) return false;
        return channel.Kind == ChannelKind.Log || GiveWakeup(ref context, in channel);
    }

    private static bool GivePortal(
        ref BuildContext context, uint server, uint client, ulong badge, uint target)
    {
        uint portal = context.Pool.Take();
        ulong entry = DomainBuilder.PortalEntry(context.View.Partition(server).Entry);
        uint thread = context.Slots[(int)server].ServerThread;
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
