// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// A portal message: what a server's portal method receives and turns into its reply, and what a
/// client hands to <see cref="Portal.Call(ref Message)"/> and finds the reply in. 80 bytes; the
/// start and hypercall stubs rely on the order of the fields.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Message
{
    /// <summary>Bytes that <see cref="Bytes"/> holds: those of words 1 to 7.</summary>
    public const int BytesMax = (Limits.InlineWords - 1) * sizeof(ulong);

    /// <summary>In a server: the badge of the portal that was called (<see cref="Abi.Badge"/>). Not
    /// sent.
    /// </summary>
    public ulong Badge;

    /// <summary>Label and number of UTCB words.</summary>
    public MessageDescriptor Descriptor;

    /// <summary>The eight inline words.</summary>
    public MessageWords Words;

    /// <summary>A message without UTCB words.</summary>
    /// <param name="label">Operation that the two sides agree on.</param>
    public Message(uint label) { Descriptor = new MessageDescriptor(label, 0); }

    /// <summary>The label: the operation asked for.</summary>
    public readonly uint Label => Descriptor.Label;

    /// <summary>Words 1 to 7 as bytes in memory order, for text: word 0 tells how many
    /// count.</summary>
    [UnscopedRef]
    public Span<byte> Bytes => Native.BytesOf(ref Words).Slice(sizeof(ulong));

    /// <summary>Makes an empty reply of it: no label, no UTCB words, every word zero.</summary>
    public void Clear()
    {
        Descriptor = default;
        // Word by word: clearing the struct as a whole takes a vector register, and then every
        // reply of a server would cost a switch of the vector state.
        for (int word = 0; word < Limits.InlineWords; word++) Words[word] = 0;
    }

    /// <summary>Makes a reply of one word of it; the others become zero.</summary>
    /// <param name="word">Word 0.</param>
    public void Reply(ulong word)
    {
        Clear();
        Words[0] = word;
    }
}
