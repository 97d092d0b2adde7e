// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;

namespace Bulkhead.Suite.Guest;

/// <summary>Prints records to the guest's UART.</summary>
internal static class Report
{
    private static uint s_count;

    private static ReadOnlySpan<byte> Suite => "guest"u8;

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
        Send(line.Text);
    }

    /// <summary>A test of many things, of which none may be wrong.</summary>
    /// <param name="name">Its name, without blanks.</param>
    /// <param name="tally">What was found.</param>
    internal static void None(ReadOnlySpan<byte> name, in Tally tally)
    {
        var line = default(TextBuffer);
        RecordLine.Count(ref line, Suite, name, in tally);
        s_count++;
        Send(line.Text);
    }

    /// <summary>Says something that is no test.</summary>
    /// <param name="text">What is counted.</param>
    /// <param name="value">How much.</param>
    internal static void Note(ReadOnlySpan<byte> text, ulong value)
    {
        var line = default(TextBuffer);
        RecordLine.Note(ref line, text, value);
        Send(line.Text);
    }

    /// <summary>Ends the records.</summary>
    internal static void Finish()
    {
        var line = default(TextBuffer);
        RecordLine.Finish(ref line, s_count);
        Send(line.Text);
    }

    /// <summary>Tells an exception that was not expected.</summary>
    /// <param name="syndrome">ESR_EL1, or the reason of a failed check.</param>
    /// <param name="address">ELR_EL1.</param>
    /// <param name="fault">FAR_EL1.</param>
    internal static void Crash(ulong syndrome, ulong address, ulong fault)
    {
        var line = default(TextBuffer);
        line.Append("crash: syndrome "u8);
        line.AppendHex(syndrome);
        line.Append(" at "u8);
        line.AppendHex(address);
        line.Append(" address "u8);
        line.AppendHex(fault);
        line.EndLine();
        Send(line.Text);
    }

    private static void Send(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text) Uart.Put(value);
    }
}
