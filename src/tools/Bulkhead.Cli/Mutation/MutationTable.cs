// SPDX-License-Identifier: MIT
using System.Globalization;
using Spectre.Console;

namespace Bulkhead.Cli.Mutation;

/// <summary>Shows scores, file by file, and names survivors without a verdict.</summary>
public static class MutationTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="files">What was measured.</param>
    /// <param name="page">The page of verdicts.</param>
    /// <returns>The table.</returns>
    public static Table Of(IReadOnlyList<FileMutation> files, SurvivorPage page)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("file");
        foreach (string name in new[]
            { "mutants", "killed", "timed out", "survived", "not judged", "score %" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (FileMutation file in files.Where(file => file.Count > 0))
        {
            AddRow(table, file.File, [file], page);
        }

        AddRow(table, "all", files, page);
        return table;
    }

    /// <summary>Names survivors that the page does not judge.</summary>
    /// <param name="files">What was measured.</param>
    /// <param name="page">The page of verdicts.</param>
    /// <returns>A line each.</returns>
    public static IEnumerable<string> Open(
        IEnumerable<FileMutation> files, SurvivorPage page) =>
        from file in files
        from mutant in file.Survivors
        where !page.Judges(mutant)
        select $"{KernelSources.Folder}/{mutant.File}:{mutant.Line}: {mutant.Text}"
            + (mutant.IsReached ? "" : " (no test runs through it)");

    /// <summary>A share as people read it; never rounded up.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Per cent with one decimal.</returns>
    public static string Percent(double share) =>
        (Math.Floor(share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    private static void AddRow(
        Table table, string name, IReadOnlyList<FileMutation> files, SurvivorPage page)
    {
        int[] counts =
        [
            files.Sum(file => file.Count), files.Sum(file => file.KilledCount),
            files.Sum(file => file.TimeoutCount), files.Sum(file => file.Survivors.Count),
            Open(files, page).Count(),
        ];
        string[] cells =
        [
            Markup.Escape(name),
            .. counts.Select(count => count.ToString("#,0", CultureInfo.InvariantCulture)),
            Percent(FileMutation.ScoreOf(files)),
        ];
        table.AddRow(cells);
    }
}
