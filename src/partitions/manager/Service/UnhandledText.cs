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
    public const int TypeCharsMax = 40;

    /// <summary>Longest name of a method or file; a longer one loses its beginning.</summary>
    public const int NameCharsMax = 48;

    /// <summary>Longest line: the console breaks it at 240 columns, of which ten are the manager's
    /// tag.</summary>
    public const int BytesMax = 230;

    /// <summary>Bytes of the line that are kept for <see cref="FaultText.DescribeEnd"/>.</summary>
    public const int EndBytes = 60;

    // Characters are UTF-16.
    private const int CharBytes = 2;

    private const int LineBytes = BytesMax - EndBytes;

    /// <summary>Writes the line, without its end.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="message">The report, see <see cref="UnhandledWord"/>.</param>
    /// <param name="page">Its message page.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, in Message message,
        scoped ReadOnlySpan<byte> page)
    {
        ulong bytes = Math.Min(
            message.Descriptor.UtcbWords * 8ul, UnhandledWord.TextCharsMax * CharBytes);
        scoped ReadOnlySpan<byte> sent = page.Slice(0, (int)Math.Min(bytes, (ulong)page.Length));
        scoped ReadOnlySpan<byte> type = Part(sent, 0, message.Words[UnhandledWord.TypeEnd]);
        line.Append(name);
        line.Append(": unhandled "u8);
        if (type.IsEmpty) line.Append("exception"u8);
        else AppendName(ref line, type, TypeCharsMax);
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
            AppendName(ref line, method, NameCharsMax);
        }
        else if (place != 0)
        {
            line.Append(" at pc "u8);
            line.AppendHex(place);
        }
        if (file.IsEmpty) return;
        line.Append(" ("u8);
        AppendName(ref line, file, NameCharsMax);
        line.Append((byte)':');
        line.AppendDecimal((uint)message.Words[UnhandledWord.Line]);
        line.Append((byte)')');
    }

    // Ends that lie outside or before their starts give empty texts.
    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> sent, ulong start, ulong end)
    {
        ulong last = Math.Min(end, (ulong)sent.Length / CharBytes);
        return start >= last ? default
            : sent.Slice((int)start * CharBytes, (int)(last - start) * CharBytes);
    }

    private static void AppendName(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, int charsMax)
    {
        int cut = (name.Length / CharBytes) - charsMax;
        if (cut > 0)
        {
            line.Append(".."u8);
            name = name.Slice((cut + 2) * CharBytes);
        }
        AppendPrintable(ref line, name);
    }

    private static void AppendText(ref TextBuffer line, scoped ReadOnlySpan<byte> text)
    {
        int room = Math.Max(LineBytes - line.Length, 2);
        bool isCut = text.Length / CharBytes > room;
        AppendPrintable(ref line, isCut ? text.Slice(0, (room - 2) * CharBytes) : text);
        if (isCut) line.Append(".."u8);
    }

    private static void AppendPrintable(ref TextBuffer line, scoped ReadOnlySpan<byte> text)
    {
        for (int index = 0; index < text.Length; index += CharBytes)
        {
            int value = text[index] | (text[index + 1] << 8);
            line.Append(value is >= ' ' and < 0x7f ? (byte)value : (byte)'?');
        }
    }
}
