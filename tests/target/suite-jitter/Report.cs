// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>
/// Prints to the boot console: for each phase <c>#jitter NAME</c> and its numbers, and the records
/// of tests.
/// </summary>
internal static class Report
{
    private static uint s_count;

    private static ReadOnlySpan<byte> Suite => "jitter"u8;

    /// <summary>The numbers of a phase.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="result">The numbers; times are printed in nanoseconds.</param>
    internal static void Numbers(ReadOnlySpan<byte> name, in PhaseResult result)
    {
        var line = default(TextBuffer);
        line.EndLine();                     // a flood may have ended in the middle of a line
        line.Append("#jitter "u8);
        line.Append(name);
        Append(ref line, result.Windows);
        Append(ref line, Nanoseconds(result.Median));
        Append(ref line, Nanoseconds(result.Percentile99));
        Append(ref line, Nanoseconds(result.Max));
        Append(ref line, result.Over);
        Append(ref line, result.Missed);
        Append(ref line, result.Periods);
        Append(ref line, result.MissedDeadlines);
        Append(ref line, Nanoseconds(result.LongestResponse));
        Append(ref line, result.Operations);
        line.EndLine();
        BootConsole.Send(line.Text);
    }

    /// <summary>A test that compares.</summary>
    /// <param name="name">Name of the phase.</param>
    /// <param name="what">What is tested; name and this make the test's name.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What came.</param>
    internal static void Equal(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> what, ulong expected, ulong actual)
    {
        var whole = default(TextBuffer);
        whole.Append(name);
        whole.Append(what);
        var line = default(TextBuffer);
        RecordLine.Compare(ref line, Suite, whole.Text, expected, actual);
        s_count++;
        BootConsole.Send(line.Text);
    }

    /// <summary>A test whose result is a truth.</summary>
    /// <param name="name">Name of the phase.</param>
    /// <param name="what">What is tested.</param>
    /// <param name="isPassed">The result.</param>
    internal static void That(ReadOnlySpan<byte> name, ReadOnlySpan<byte> what, bool isPassed) =>
        Equal(name, what, 1, isPassed ? 1u : 0);

    /// <summary>Ends the records.</summary>
    internal static void Finish()
    {
        var line = default(TextBuffer);
        RecordLine.Finish(ref line, s_count);
        BootConsole.Send(line.Text);
    }

    private static void Append(ref TextBuffer line, ulong value)
    {
        line.Append(" "u8);
        line.AppendDecimal(value);
    }

    private static ulong Nanoseconds(ulong ticks) =>
        TickConversion.ToNanoseconds(ticks, Time.Frequency);
}
