// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Bulkhead.Abi;

namespace Bulkhead.Host;

/// <summary>A portal message, in place: what a server finds and turns into its reply.</summary>
public readonly ref struct PortalMessage
{
    /// <summary>Words that <see cref="Record"/> has: badge, descriptor, inline words.</summary>
    public const int RecordWords = 2 + Limits.InlineWords;

    /// <summary>A message.</summary>
    /// <param name="record">Badge, descriptor and inline words.</param>
    /// <param name="utcb">The message page.</param>
    public PortalMessage(Span<ulong> record, Span<ulong> utcb)
    {
        Record = record;
        Utcb = utcb;
    }

    /// <summary>Badge, descriptor and inline words, as the SDK's <c>Message</c> has them.</summary>
    public Span<ulong> Record { get; }

    /// <summary>The words of the message page.</summary>
    public Span<ulong> Utcb { get; }

    /// <summary>Badge of the portal that was called (<see cref="Abi.Badge"/>).</summary>
    public ulong Badge => Record[0];

    /// <summary>Label and number of words of the page.</summary>
    public MessageDescriptor Descriptor
    {
        get => new(Record[1]);
        set => Record[1] = value.Value;
    }

    /// <summary>Operation that is asked for.</summary>
    public uint Label => Descriptor.Label;

    /// <summary>The inline words.</summary>
    public Span<ulong> Words => Record[2..];

    /// <summary>The text of a message that has it as <see cref="ConsoleProtocol.Write"/> does:
    /// word 0 its bytes, up to 56 of them in words 1 to 7, more in the page.</summary>
    public string Text
    {
        get
        {
            bool isInline = Descriptor.UtcbWords == 0;
            Span<byte> bytes = MemoryMarshal.AsBytes(isInline ? Words[1..] : Utcb);
            return Encoding.UTF8.GetString(bytes[..(int)Math.Min(Words[0], (ulong)bytes.Length)]);
        }
    }

    /// <summary>Makes a reply of words.</summary>
    /// <param name="words">Up to eight words; the others become zero.</param>
    public void Reply(params ReadOnlySpan<ulong> words)
    {
        Record[1..].Clear();
        words.CopyTo(Words);
    }
}
