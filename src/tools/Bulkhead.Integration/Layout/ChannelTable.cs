// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>The channels of a system: those of the description, and those that nobody has to ask
/// for.</summary>
public static class ChannelTable
{
    /// <summary>Lists them.</summary>
    /// <param name="model">The system.</param>
    /// <returns>The records, in the order of the image.</returns>
    public static IReadOnlyList<ChannelRecord> Of(SystemModel model)
    {
        List<ChannelRecord> channels = [.. model.Channels.Select(channel => Record(
            channel.FromIndex, channel.ToIndex, channel.Stream switch
            {
                StreamKind.Log => ChannelKind.Log,
                StreamKind.Terminal => ChannelKind.Terminal,
                _ => ChannelKind.Portal,
            }))];
        if (model.Console is not ConsoleModel console)
        {
            return channels;
        }

        // Every virtual machine has a UART, so it has a terminal without asking for one.
        for (int i = 0; i < model.Partitions.Count; i++)
        {
            bool hasChannel = model.Channels.Any(channel => channel.FromIndex == i
                && channel.ToIndex == console.ServerIndex && channel.Stream != StreamKind.Portal);
            if (model.Partitions[i] is VirtualMachineModel && !hasChannel)
            {
                channels.Add(Record(i, console.ServerIndex, ChannelKind.Terminal));
            }
        }

        return channels;
    }

    private static ChannelRecord Record(int from, int to, ChannelKind kind) =>
        new() { From = (uint)from, To = (uint)to, Kind = kind };
}
