// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the <c>channels</c> list.</summary>
/// <param name="names">Names of the partitions in order.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class ChannelReader(string[] names, DiagnosticBag diagnostics)
{
    /// <summary>Reads every channel.</summary>
    /// <param name="node">The value of <c>channels</c>, or null when the key is missing.</param>
    /// <returns>The channels that are right.</returns>
    public IReadOnlyList<ChannelModel> Read(DescriptionNode? node)
    {
        if (node is null or ScalarNode { IsNull: true })
        {
            return [];
        }

        if (node is not SequenceNode sequence)
        {
            diagnostics.Error(DiagnosticId.WrongKind, node.Mark,
                $"`channels` must be a list, this is {node.KindName}",
                "write `- { from: control, to: console, stream: log }`");
            return [];
        }

        List<ChannelModel> channels = [];
        foreach (DescriptionNode item in sequence.Items)
        {
            if (ReadChannel(item) is ChannelModel channel && IsNew(channel, channels))
            {
                channels.Add(channel);
            }
        }

        return channels;
    }

    private ChannelModel? ReadChannel(DescriptionNode item)
    {
        SectionReader section = new(DescriptionFormat.Channel, item, "a channel", diagnostics);
        int? from = PartitionReference.Read(section, "from", names);
        int? to = PartitionReference.Read(section, "to", names);
        string? stream = section.Word("stream");
        if (from is not null && from == to)
        {
            diagnostics.Error(DiagnosticId.BadChannel, section.Mark,
                $"a channel from `{names[from.Value]}` to itself", "name two partitions");
            return null;
        }

        return from is null || to is null || stream is null ? null
            : new ChannelModel(item.Mark, from.Value, to.Value,
                Enum.Parse<StreamKind>(stream, ignoreCase: true));
    }

    private bool IsNew(ChannelModel channel, List<ChannelModel> channels)
    {
        ChannelModel? first = channels.FirstOrDefault(c => c.FromIndex == channel.FromIndex
            && c.ToIndex == channel.ToIndex && c.Stream == channel.Stream);
        if (first is not null)
        {
            diagnostics.Error(DiagnosticId.BadChannel, channel.Mark,
                $"this channel is given twice, first in line {first.Mark.Line}",
                "keep one of them");
        }

        return first is null;
    }
}
