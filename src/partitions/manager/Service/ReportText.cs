// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in one line what a partition reported about itself.</summary>
public static class ReportText
{
    /// <summary>Writes the line.</summary>
    /// <param name="line">Where it goes; stays empty for an unknown report.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="message">The report, see <see cref="ManagerProtocol"/>.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, in Message message)
    {
        bool isGuest = message.Label == (uint)ManagerProtocol.GuestEnded;
        if (!isGuest && message.Label != (uint)ManagerProtocol.PartitionDone) return;
        line.Append(name);
        line.Append(": "u8);
        if (isGuest) DescribeGuest(ref line, in message);
        else line.Append("done"u8);
        line.EndLine();
    }

    private static void DescribeGuest(ref TextBuffer line, in Message message)
    {
        var end = (GuestEnd)message.Words[0];
        line.Append(end switch
        {
            GuestEnd.PowerOff => "the guest powered off"u8,
            GuestEnd.Reset => "the guest asked for a reset"u8,
            _ => "the guest was stopped: fault at "u8,
        });
        if (end is GuestEnd.PowerOff or GuestEnd.Reset) return;
        line.AppendHex(message.Words[1]);
        line.Append(", syndrome "u8);
        line.AppendHex(message.Words[2]);
        line.Append(", pc "u8);
        line.AppendHex(message.Words[3]);
        line.Append("; the others go on"u8);
    }
}
