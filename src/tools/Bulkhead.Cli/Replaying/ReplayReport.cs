// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Replay;
using Spectre.Console;

namespace Bulkhead.Cli.Replaying;

/// <summary>Shows what a campaign replayed.</summary>
public static class ReplayReport
{
    /// <summary>Shows it.</summary>
    /// <param name="console">Where.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="elapsed">How long it took.</param>
    public static void Show(IAnsiConsole console, ReplayCampaign campaign, TimeSpan elapsed)
    {
        if (campaign.Tally.Kinds.Any()) Show(console, campaign.Tally);
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("traces", "events", "equal hashes", "different", "seconds");
        table.AddRow(
            Text(campaign.Traces), Text(campaign.Events), Text(campaign.Equal),
            Text(campaign.Traces - campaign.Equal),
            elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        console.Write(table);
    }

    private static void Show(IAnsiConsole console, FollowTally tally)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("event", "followed", "did nothing", "left out", "because");
        foreach (int column in (int[])[1, 2, 3]) table.Columns[column].RightAligned();
        foreach (EventKind kind in tally.Kinds) AddRow(table, tally, kind);
        table.AddRow(
            "all", Share(tally, FateKind.Followed), Share(tally, FateKind.Nothing),
            Share(tally, FateKind.LeftOut),
            Markup.Escape($"{Text(tally.SucceededCalls)} hypercalls succeeded; "
                + $"{Text(tally.Inserted)} maps were added"));
        console.Write(table);
    }

    private static void AddRow(Table table, FollowTally tally, EventKind kind)
    {
        IEnumerable<string> reasons = ((FateKind[])[FateKind.Nothing, FateKind.LeftOut])
            .SelectMany(fate => tally.ReasonsOf(kind, fate))
            .Select(pair => $"{pair.Reason} ({Text(pair.Count)})");
        table.AddRow(
            kind.ToString(), Text(tally.CountOf(kind, FateKind.Followed)),
            Text(tally.CountOf(kind, FateKind.Nothing)),
            Text(tally.CountOf(kind, FateKind.LeftOut)),
            Markup.Escape(string.Join("; ", reasons)));
    }

    private static string Share(FollowTally tally, FateKind fate)
    {
        long all = Enum.GetValues<FateKind>().Sum(tally.CountOf);
        double percent = all == 0 ? 0 : 100.0 * tally.CountOf(fate) / all;
        return string.Create(
            CultureInfo.InvariantCulture, $"{tally.CountOf(fate):N0} ({percent:F1} %)");
    }

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
