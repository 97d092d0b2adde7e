// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Simulation.Interference;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>interfere</c>: two-run tests of non-interference on the simulated machine.</summary>
public static class InterfereCommand
{
    private const int Portion = 500;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        Option<int> pairs = new("--pairs")
        {
            Description = "Pairs of runs.",
            DefaultValueFactory = _ => 10_000,
        };
        Option<int> seed = new("--seed")
        {
            Description = "Seed of the first pair; the others follow.",
            DefaultValueFactory = _ => 1,
        };
        Command command = new(
            "interfere",
            "Run pairs of systems that differ in what one partition may not see of another.")
        {
            pairs, seed,
        };
        command.SetAction((result, cancellation) => Task.FromResult(
            Run(workspace, result.GetValue(seed), result.GetValue(pairs), cancellation)));
        return command;
    }

    private static int Run(
        Workspace workspace, int seed, int pairs, CancellationToken cancellation)
    {
        if (pairs < 1 || seed < 0 || seed > int.MaxValue - pairs)
        {
            workspace.Output.Fail(
                "--pairs is at least 1 and --seed at least 0, and their sum below 2^31");
            return ExitCode.BadInput;
        }
        Stopwatch watch = Stopwatch.StartNew();
        InterferenceTotals totals = new();
        try
        {
            workspace.Output.Error.Progress().Start(context =>
            {
                ProgressTask task = context.AddTask("pairs of runs", maxValue: pairs);
                for (int done = 0; done < pairs; done += Portion)
                {
                    InterferenceCampaign campaign = new(seed + done);
                    campaign.Run(Math.Min(Portion, pairs - done), cancellation);
                    totals = totals.Plus(campaign);
                    task.Value = totals.Pairs;
                }
            });
        }
        catch (InterferenceException e)
        {
            workspace.Output.Fail(e.Message);
            return ExitCode.Failed;
        }
        Show(workspace, totals, watch.Elapsed);
        return ExitCode.Good;
    }

    private static void Show(Workspace workspace, InterferenceTotals totals, TimeSpan elapsed)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns(
            "pairs", "steps that must not be seen", "observer's steps", "seen", "seconds");
        table.AddRow(
            Count(totals.Pairs), Count(totals.Noise), Count(totals.Steps), "0",
            elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        workspace.Output.Result.Write(table);
    }

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private readonly record struct InterferenceTotals(long Pairs, long Noise, long Steps)
    {
        internal InterferenceTotals Plus(InterferenceCampaign campaign) => new(
            Pairs + campaign.PairCount, Noise + campaign.NoiseCount, Steps + campaign.StepCount);
    }
}
