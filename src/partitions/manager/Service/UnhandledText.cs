// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in one line which exception nobody caught. A partition may report what it likes:
/// nothing but printable ASCII comes into the line, and there is room left for what the manager
/// itself knows.</summary>
public static class UnhandledText
{
    /// <summary>Longest name of a type; a longer one loses its beginning.</summary>
    public const int TypeBytesMax = 40;

    /// <summary>Longest name of a method or file; a longer one loses its beginning.</summary>
    public const int NameBytesMax = 48;

    /// <summary>Bytes of the line that are kept for <see cref="FaultText.DescribeEnd"/>.</summary>
    public const int EndBytes = 60;

    private const int LineBytes = TextBuffer.BytesMax - EndBytes;

    /// <summary>Writes the line, without its end.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="message">The report, see <see cref="UnhandledWord"/>.</param>
    /// <param name="page">Its message page.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, in Message message,
        scoped ReadOnlySpan<byte> page)
    {
        ulong bytes = Math.Min(message.Descriptor.UtcbWords * 8ul, UnhandledWord.TextBytesMax);
        scoped ReadOnlySpan<byte> sent = page.Slice(0, (int)Math.Min(bytes, (ulong)page.Length));
        scoped ReadOnlySpan<byte> type = Part(sent, 0, message.Words[UnhandledWord.TypeEnd]);
        line.Append(name);
        line.Append(": unhandled "u8);
        if (type.IsEmpty) line.Append("exception"u8);
        else AppendName(ref line, type, TypeBytesMax);
        DescribePlace(ref line, in message, sent);
        scoped ReadOnlySpan<byte> text = Part(
            sent, message.Words[UnhandledWord.FileEnd], message.Words[UnhandledWord.TextEnd]);
        if (text.IsEmpty) return;
        line.Append(": "u8);
        AppendText(ref line, text);
    }

    private static void DescribePlace(
        ref TextBuffer line, in Message message, scoped ReadOnlySpan<byte> sent)
    {
        ulong methodEnd = message.Words[UnhandledWord.MethodEnd];
        scoped ReadOnlySpan<byte> method = Part(
            sent, message.Words[UnhandledWord.TypeEnd], methodEnd);
        scoped ReadOnlySpan<byte> file = Part(
            sent, methodEnd, message.Words[UnhandledWord.FileEnd]);
        ulong place = message.Words[UnhandledWord.Place];
        if (!method.IsEmpty)
        {
            line.Append(" in "u8);
            AppendName(ref line, method, NameBytesMax);
        }
        else if (place != 0)
        {
            line.Append(" at pc "u8);
            line.AppendHex(place);
        }
        if (file.IsEmpty) return;
        line.Append(" ("u8);
        AppendName(ref line, file, NameBytesMax);
        line.Append((byte)':');
        line.AppendDecimal((uint)message.Words[UnhandledWord.Line]);
        line.Append((byte)')');
    }

    // Ends that lie outside or before their starts give texts of no bytes.
    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> sent, ulong start, ulong end)
    {
        ulong last = Math.Min(end, (ulong)sent.Length);
        return start >= last ? default : sent.Slice((int)start, (int)(last - start));
    }

    private static void AppendName(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, int bytesMax)
    {
        int cut = name.Length - bytesMax;
        if (cut > 0)
        {
            line.Append(".."u8);
            name = name.Slice(cut + 2);
        }
        foreach (byte value in name) AppendPrintable(ref line, value);
    }

    private static void AppendText(ref TextBuffer line, scoped ReadOnlySpan<byte> text)
    {
        int room = LineBytes - line.Length;
        bool isCut = text.Length > room;
        int length = isCut ? Math.Max(room - 2, 0) : text.Length;
        foreach (byte value in text.Slice(0, length)) AppendPrintable(ref line, value);
        if (isCut) line.Append(".."u8);
    }

    private static void AppendPrintable(ref TextBuffer line, byte value) =>
        line.Append(value is >= (byte)' ' and < 0x7f ? value : (byte)'?');
}
