// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Tells a partition what it has, and nothing about others unless it serves
/// them.</summary>
public static class InformationPage
{
    /// <summary>Fills a cleared page.</summary>
    /// <param name="info">The page.</param>
    /// <param name="view">The checked image.</param>
    /// <param name="id">Partition id.</param>
    /// <param name="frequency">Counter frequency in Hz.</param>
    public static void Fill(
        ref PartitionInfo info, in ImageView view, uint id, ulong frequency)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        info.Magic = PartitionInfo.MagicValue;
        info.Version = AbiVersion.Current;
        info.Id = id;
        info.Name = partition.Name;
        info.PeriodNanoseconds = partition.PeriodNanoseconds;
        info.CounterFrequency = frequency;
        info.Argument = partition.Argument;
        info.Machine = partition.Machine;
        info.Cpu = partition.Cpu;
        info.Priority = partition.Priority;
        info.ThreadCount = view.ThreadCount(id);
        for (uint number = 1; number <= info.ThreadCount; number++)
        {
            info.Threads[(int)number - 1] = view.Thread(id, number);
        }
        FillWindows(ref info, in view, in partition);
        FillClients(ref info, in view, id);
    }

    private static void FillWindows(
        ref PartitionInfo info, in ImageView view, in PartitionRecord partition)
    {
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(
                partition.FirstResource + offset);
            if (!AddressCheck.IsWindow(in resource)) continue;
            ref WindowInfo window = ref info.Windows[(int)info.WindowCount++];
            window.Kind = KindOf(resource.Kind);
            window.Access = resource.Access & ~MemoryAccess.Execute;
            window.Address = resource.Address;
            window.Bytes = resource.Kind == ResourceKind.GuestPayload
                ? view.Payload(resource.Index).Bytes
                : resource.Bytes;
            window.Detail = resource.Detail;
        }
    }

    private static WindowKind KindOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Memory => WindowKind.Memory,
        ResourceKind.Device => WindowKind.Device,
        ResourceKind.GuestMemory => WindowKind.GuestMemory,
        ResourceKind.GuestPayload => WindowKind.GuestPayload,
        _ => WindowKind.None,
    };

    private static void FillClients(ref PartitionInfo info, in ImageView view, uint id)
    {
        info.ClientMask = CapacityCheck.ClientsOf(in view, id);
        if (info.ClientMask == 0) return;
        for (uint index = 0; index < view.Header.Channels.Count; index++)
        {
            ref readonly ChannelRecord channel = ref view.Channel(index);
            bool isTerminal = channel.To == id && channel.Kind == ChannelKind.Terminal;
            if (isTerminal) info.TerminalMask |= 1u << (int)channel.From;
        }
        for (uint client = 0; client < view.Header.Partitions.Count; client++)
        {
            bool isKnown = client == id || (info.ClientMask & (1u << (int)client)) != 0;
            if (isKnown) info.Names[(int)client] = view.Partition(client).Name;
        }
        if (id != view.Header.ConsolePartition) return;
        info.ConsoleFocus = view.Header.ConsoleFocus;
        info.ConsoleEscapeKey = view.Header.ConsoleEscapeKey;
    }
}
