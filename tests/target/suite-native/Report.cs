// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>Prints records to the boot console.</summary>
internal static class Report
{
    private static uint s_count;

    private static ReadOnlySpan<byte> Suite => "kernel"u8;

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
        RecordLine.Compare(ref line, Suite, name, expected, actual);
        s_count++;
        Send(ref line);
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
        RecordLine.Count(ref line, Suite, name, in tally);
        s_count++;
        Send(ref line);
    }

    /// <summary>Says something that is no test.</summary>
    /// <param name="text">What is counted.</param>
    /// <param name="value">How much.</param>
    internal static void Note(ReadOnlySpan<byte> text, ulong value)
    {
        var line = default(TextBuffer);
        RecordLine.Note(ref line, text, value);
        Send(ref line);
    }

    /// <summary>Ends the records.</summary>
    internal static void Finish()
    {
        var line = default(TextBuffer);
        RecordLine.Finish(ref line, s_count);
        Send(ref line);
    }

    private static void Send(ref TextBuffer line)
    {
        ReadOnlySpan<byte> text = line.Text;
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, SystemKernel.ConsoleBytesMax);
            SystemKernel.ConsoleWrite(Selectors.System, text.Slice(0, length));
            text = text.Slice(length);
        }
    }
}
