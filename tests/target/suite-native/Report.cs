// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>Prints records to the boot console: <c>#test kernel NAME pass|fail DETAIL</c>.</summary>
internal static class Report
{
    private static uint s_count;

    /// <summary>A test whose result is a truth.</summary>
    /// <param name="name">Its name, without blanks.</param>
    /// <param name="isPassed">The result.</param>
    internal static void That(ReadOnlySpan<byte> name, bool isPassed) =>
        Equal(name, 1, isPassed ? 1u : 0);

    /// <summary>A test that compares.</summary>
    /// <param name="name">Its name, without blanks.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What came.</param>
    internal static void Equal(ReadOnlySpan<byte> name, ulong expected, ulong actual)
    {
        var line = default(TextBuffer);
        Begin(ref line, name, expected == actual);
        if (expected != actual)
        {
            line.Append(" expected "u8);
            line.AppendHex(expected);
            line.Append(" got "u8);
            line.AppendHex(actual);
        }
        End(ref line);
    }

    /// <summary>A test that must be refused for one reason.</summary>
    /// <param name="name">Its name, without blanks.</param>
    /// <param name="status">Right status.</param>
    /// <param name="reason">Right reason.</param>
    /// <param name="actual">What came.</param>
    internal static void Refused(
        ReadOnlySpan<byte> name, Status status, Reason reason, ResultCode actual) =>
        Equal(name, new ResultCode(status, reason).Value, actual.Value);

    /// <summary>A test of many things, of which none may be wrong.</summary>
    /// <param name="name">Its name, without blanks.</param>
    /// <param name="tally">What was found.</param>
    internal static void None(ReadOnlySpan<byte> name, in Tally tally)
    {
        var line = default(TextBuffer);
        bool isPassed = tally.WrongCount == 0 && tally.Count != 0;
        Begin(ref line, name, isPassed);
        line.Append(" "u8);
        line.AppendDecimal(tally.WrongCount);
        line.Append(" of "u8);
        line.AppendDecimal(tally.Count);
        line.Append(" wrong"u8);
        if (tally.WrongCount != 0)
        {
            line.Append(", first "u8);
            line.AppendHex(tally.FirstIndex);
            line.Append(" with "u8);
            line.AppendHex(tally.FirstValue);
        }
        End(ref line);
    }

    /// <summary>Says something that is no test.</summary>
    /// <param name="text">What is counted.</param>
    /// <param name="value">How much.</param>
    internal static void Note(ReadOnlySpan<byte> text, ulong value)
    {
        var line = default(TextBuffer);
        line.Append("note: "u8);
        line.Append(text);
        line.Append(" "u8);
        line.AppendDecimal(value);
        Send(ref line);
    }

    /// <summary>Ends the records.</summary>
    internal static void Finish()
    {
        var line = default(TextBuffer);
        line.Append("#test end "u8);
        line.AppendDecimal(s_count);
        Send(ref line);
    }

    private static void Begin(ref TextBuffer line, ReadOnlySpan<byte> name, bool isPassed)
    {
        line.Append("#test kernel "u8);
        line.Append(name);
        line.Append(isPassed ? " pass"u8 : " fail"u8);
    }

    private static void End(ref TextBuffer line)
    {
        s_count++;
        Send(ref line);
    }

    private static void Send(ref TextBuffer line)
    {
        line.EndLine();
        ReadOnlySpan<byte> text = line.Text;
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, SystemKernel.ConsoleBytesMax);
            SystemKernel.ConsoleWrite(Selectors.System, text.Slice(0, length));
            text = text.Slice(length);
        }
    }
}
