// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// Writes lines to the console server: each line is one message, so lines of different partitions
/// do not mix. Not shared between threads; the default value is ready for use.
/// </summary>
public struct ConsoleWriter
{
    private TextBuffer _line;

    /// <summary>Appends text to the line; what exceeds <see cref="TextBuffer.BytesMax"/> is
    /// dropped.
    /// </summary>
    /// <param name="utf8">UTF-8 text.</param>
    public void Write(scoped ReadOnlySpan<byte> utf8) => _line.Append(utf8);

    /// <summary>Appends a number in decimal.</summary>
    /// <param name="value">The number.</param>
    public void WriteDecimal(ulong value) => _line.AppendDecimal(value);

    /// <summary>Appends a number in hexadecimal, as <c>0x1f</c>.</summary>
    /// <param name="value">The number.</param>
    public void WriteHex(ulong value) => _line.AppendHex(value);

    /// <summary>Ends the line and sends it.</summary>
    /// <returns>Success, or why the console did not take it; the line is gone in either
    /// case.</returns>
    public ResultCode EndLine()
    {
        _line.EndLine();
        return Flush();
    }

    /// <summary>Sends what there is without ending the line, for prompts.</summary>
    /// <returns>Success, or why the console did not take it; the text is gone in either
    /// case.</returns>
    public ResultCode Flush()
    {
        ResultCode code = Send(_line.Text);
        _line.Clear();
        return code;
    }

    /// <summary>Sends text as it is, in one message.</summary>
    /// <param name="utf8">At most <see cref="TextBuffer.BytesMax"/> bytes; more is cut off.</param>
    /// <returns>Success, or why the console did not take it.</returns>
    public static ResultCode Send(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return ResultCode.Success;
        if (utf8.Length > TextBuffer.BytesMax) utf8 = utf8.Slice(0, TextBuffer.BytesMax);
        var message = new Message((uint)ConsoleProtocol.Write);
        message.Words[0] = (uint)utf8.Length;
        if (utf8.Length > Message.BytesMax) return SendThroughUtcb(ref message, utf8);
        utf8.CopyTo(message.Bytes);
        return Portal.Console.Call(ref message);
    }

    // In a server thread the page may hold what a client sent, so it gets its content back.
    private static ResultCode SendThroughUtcb(
        ref Message message, scoped ReadOnlySpan<byte> utf8)
    {
        Span<byte> page = Utcb.Bytes.Slice(0, utf8.Length);
        var saved = default(TextBuffer);
        saved.Append(page);
        utf8.CopyTo(page);
        uint wordCount = ((uint)utf8.Length + 7) / 8;
        message.Descriptor = new MessageDescriptor((uint)ConsoleProtocol.Write, wordCount);
        ResultCode code = Portal.Console.Call(ref message);
        saved.Text.CopyTo(page);
        return code;
    }
}
