// SPDX-License-Identifier: MIT
using System.Globalization;
using Spectre.Console;

namespace Bulkhead.Cli.Coverage;

/// <summary>Shows what the tests reached, folder by folder, and names what they did not.</summary>
public static class CoverageTable
{
    /// <summary>Makes the table of folders.</summary>
    /// <param name="report">What was reached.</param>
    /// <returns>The table.</returns>
    public static Table Of(CoverageReport report)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("folder");
        foreach (string name in new[] { "lines", "not reached", "%", "branches", "not taken", "%" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var folder in report.Files.GroupBy(file => file.Folder).OrderBy(g => g.Key))
        {
            AddRow(table, folder.Key, [.. folder]);
        }

        AddRow(table, "all", [.. report.Files]);
        return table;
    }

    /// <summary>Names each file with something that no test reached.</summary>
    /// <param name="report">What was reached.</param>
    /// <returns>A line for each such file.</returns>
    public static IEnumerable<string> Gaps(CoverageReport report) =>
        from file in report.Files
        let lines = file.UncoveredLines
        let branches = file.UncoveredBranches
        where lines.Count + branches.Count > 0
        select $"{file.Path}:"
            + (lines.Count == 0 ? "" : $" lines {string.Join(", ", lines)}")
            + (lines.Count == 0 || branches.Count == 0 ? "" : ";")
            + (branches.Count == 0 ? "" : $" branches at {string.Join(", ", branches)}");

    /// <summary>A share as people read it; never rounded up to 100.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Per cent with two decimals.</returns>
    public static string Percent(double share) =>
        (Math.Floor(share * 10_000) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static void AddRow(Table table, string name, IReadOnlyList<FileCoverage> files)
    {
        int lines = files.Sum(file => file.LineCount);
        int branches = files.Sum(file => file.BranchCount);
        int missedLines = files.Sum(file => file.UncoveredLines.Count);
        int missedBranches = files.Sum(file => file.UncoveredBranches.Count);
        table.AddRow(
            Markup.Escape(name), Text(lines), Text(missedLines), Part(lines, missedLines),
            Text(branches), Text(missedBranches), Part(branches, missedBranches));
    }

    private static string Part(int count, int missedCount) =>
        count == 0 ? "–" : Percent(CoverageReport.Share(count, missedCount));

    private static string Text(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
