// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the channels: both ends exist, text goes to the console server, no channel
/// twice.</summary>
public static class ChannelCheck
{
    /// <summary>Portal channels of one client: selectors below
    /// <see cref="Selectors.Free"/>.</summary>
    public const uint PortalsMax = 16;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint index = 0; index < view.Header.Channels.Count; index++)
        {
            if (!IsRight(in view, index))
            {
                return new Verdict(Reason.ImageRecord, ImageItem.Channel, index);
            }
        }
        return Verdict.Accepted;
    }

    /// <summary>Whether a channel carries text to the console.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>True when it does.</returns>
    public static bool IsText(in ChannelRecord channel) =>
        channel.Kind is ChannelKind.Log or ChannelKind.Terminal;

    /// <summary>Number of earlier portal channels of the same client.</summary>
    /// <param name="view">The image.</param>
    /// <param name="index">A portal channel.</param>
    /// <returns>Its number among them.</returns>
    public static uint PortalNumber(in ImageView view, uint index)
    {
        uint number = 0;
        for (uint other = 0; other < index; other++)
        {
            ref readonly ChannelRecord channel = ref view.Channel(other);
            bool isSame = channel.Kind == ChannelKind.Portal
                && channel.From == view.Channel(index).From;
            if (isSame) number++;
        }
        return number;
    }

    private static bool IsRight(in ImageView view, uint index)
    {
        ref readonly ChannelRecord channel = ref view.Channel(index);
        bool hasEnds = channel.From < view.Header.Partitions.Count
            && channel.To < view.Header.Partitions.Count && channel.From != channel.To;
        if (!hasEnds) return false;
        if (channel.Kind == ChannelKind.Portal) return PortalNumber(in view, index) < PortalsMax;
        return IsText(in channel) && channel.To == view.Header.ConsolePartition
            && IsFirstText(in view, index);
    }

    private static bool IsFirstText(in ImageView view, uint index)
    {
        for (uint other = 0; other < index; other++)
        {
            ref readonly ChannelRecord earlier = ref view.Channel(other);
            if (IsText(in earlier) && earlier.From == view.Channel(index).From) return false;
        }
        return true;
    }
}
