// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>A service that answers with what it was sent, every word inverted.</summary>
internal static class Echo
{
    /// <summary>Badge of its portal.</summary>
    internal const ulong Badge = 0x1234_5678_9abc_0042;

    /// <summary>Badge of the last call.</summary>
    internal static ulong LastBadge { get; private set; }

    /// <summary>Descriptor of the last call.</summary>
    internal static ulong LastDescriptor { get; private set; }

    /// <summary>Calls so far.</summary>
    internal static ulong Count { get; private set; }

    /// <summary>Serves a call.</summary>
    /// <param name="message">The message.</param>
    internal static void Serve(ref Message message)
    {
        Count++;
        LastBadge = message.Badge;
        LastDescriptor = message.Descriptor.Value;
        for (int word = 0; word < Limits.InlineWords; word++)
            message.Words[word] = ~message.Words[word];
        int count = (int)message.Descriptor.UtcbWords;
        for (int word = 0; word < count; word++) Utcb.Words[word] = ~Utcb.Words[word];
    }
}
