// SPDX-License-Identifier: MIT
using System.Globalization;
using Spectre.Console;

namespace Bulkhead.Cli.Jitter;

/// <summary>Shows how late windows began.</summary>
public static class JitterReport
{
    // Where the suite's histogram ends: what is above lies in its last bucket.
    private const long HistogramEnd = 8191;

    private static readonly string[] s_numbers =
    [
        "windows", "median", "99 %", "max", "late", "unseen", "periods", "missed", "response",
        "operations",
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="results">What was measured.</param>
    /// <returns>The table.</returns>
    public static Table ToTable(IEnumerable<JitterResult> results)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("attack");
        foreach (string name in s_numbers)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("verdict");
        foreach (JitterResult result in results)
        {
            table.AddRow(
                Markup.Escape(result.Attack), Text(result.Windows), Quantile(result.Median),
                Quantile(result.Percentile99), Text(result.Maximum), Text(result.LateCount),
                Text(result.MissedCount), Text(result.Periods), Text(result.MissedDeadlines),
                Text(result.Response), Text(result.Operations), Verdict(result));
        }

        table.Caption("error of a window's start in instructions (QEMU -icount), not cycles; "
            + $"late: above {JitterResult.Limit}; unseen: over before its owner ran; response: "
            + "longest of the 1 kHz thread");
        return table;
    }

    private static string Verdict(JitterResult result)
    {
        string text = result switch
        {
            { IsSelfCheck: true, IsGood: true } => "noticed, as it must be",
            { IsSelfCheck: true } => "not noticed",
            { IsGood: true } => "kept",
            { KeepsDeadlines: false } => "deadlines missed",
            { KeepsWindows: false } => $"late by more than {JitterResult.Limit}",
            _ => "the attack did nothing",
        };
        return result.IsGood ? $"[green]{text}[/]" : $"[red]{text}[/]";
    }

    private static string Quantile(long value) =>
        value >= HistogramEnd ? "> " + Text(HistogramEnd - 1) : Text(value);

    private static string Text(long value) =>
        value.ToString("#,0", CultureInfo.InvariantCulture);
}
