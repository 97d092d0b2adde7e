// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Vmm;

/// <summary>
/// The message that the server thread sends to others, one at a time. It is kept instead of made
/// anew: clearing a local of its size takes vector registers, and those belong to the guest most of
/// the time.
/// </summary>
public struct Outgoing
{
    private Message _message;

    /// <summary>The bytes of words 1 to 7.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public Span<byte> Bytes => _message.Bytes;

    /// <summary>A word.</summary>
    /// <param name="index">0 to 7.</param>
    public ulong this[int index]
    {
        get => _message.Words[index];
        set => _message.Words[index] = value;
    }

    /// <summary>Starts a message: every word is zero.</summary>
    /// <param name="label">Operation.</param>
    /// <param name="utcbWords">Words that stand in the UTCB page.</param>
    public void Begin(uint label, uint utcbWords)
    {
        _message.Descriptor = new MessageDescriptor(label, utcbWords);
        for (int word = 0; word < Limits.InlineWords; word++) _message.Words[word] = 0;
    }

    /// <summary>Sends the message; the reply takes its place.</summary>
    /// <param name="portal">The portal.</param>
    /// <returns>Whether there is a reply.</returns>
    public bool TryCall(Portal portal) => portal.Call(ref _message).IsSuccess;
}
