// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;

namespace Bulkhead.Suite;

/// <summary>
/// Makes the lines that the host reads: <c>#test SUITE NAME pass|fail DETAIL</c> and
/// <c>#test end COUNT</c>. How a line is sent is the program's own affair.
/// </summary>
public static class RecordLine
{
    /// <summary>A test that compares.</summary>
    /// <param name="line">Gets the line, with its end.</param>
    /// <param name="suite">Name of the suite, without blanks.</param>
    /// <param name="name">Name of the test, without blanks.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What came.</param>
    public static void Compare(
        ref TextBuffer line, ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, ulong expected,
        ulong actual)
    {
        Begin(ref line, suite, name, expected == actual);
        if (expected != actual)
        {
            line.Append(" expected "u8);
            line.AppendHex(expected);
            line.Append(" got "u8);
            line.AppendHex(actual);
        }
        line.EndLine();
    }

    /// <summary>A test of many things, of which none may be wrong, and at least one looked at.
    /// </summary>
    /// <param name="line">Gets the line, with its end.</param>
    /// <param name="suite">Name of the suite, without blanks.</param>
    /// <param name="name">Name of the test, without blanks.</param>
    /// <param name="tally">What was found.</param>
    public static void Count(
        ref TextBuffer line, ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, in Tally tally)
    {
        Begin(ref line, suite, name, tally.WrongCount == 0 && tally.Count != 0);
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
        line.EndLine();
    }

    /// <summary>Something that is no test.</summary>
    /// <param name="line">Gets the line, with its end.</param>
    /// <param name="text">What is counted.</param>
    /// <param name="value">How much.</param>
    public static void Note(ref TextBuffer line, ReadOnlySpan<byte> text, ulong value)
    {
        line.Append("note: "u8);
        line.Append(text);
        line.Append(" "u8);
        line.AppendDecimal(value);
        line.EndLine();
    }

    /// <summary>The end of a program's records.</summary>
    /// <param name="line">Gets the line, with its end.</param>
    /// <param name="count">Tests that were sent.</param>
    public static void Finish(ref TextBuffer line, uint count)
    {
        line.Append("#test end "u8);
        line.AppendDecimal(count);
        line.EndLine();
    }

    private static void Begin(
        ref TextBuffer line, ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, bool isPassed)
    {
        line.Append("#test "u8);
        line.Append(suite);
        line.Append(" "u8);
        line.Append(name);
        line.Append(isPassed ? " pass"u8 : " fail"u8);
    }
}
