// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Replaying;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Testing;

/// <summary>Traces that a script lets both worlds replay: generated ones, and for every tenth of
/// them one that the target records; then the events of simulations.</summary>
/// <param name="Count">How many are generated.</param>
/// <param name="Seed">Seed of the first.</param>
/// <param name="SimulationCount">How many simulations; their seeds begin there, too.</param>
public sealed record ReplayTests(int Count, ulong Seed, int SimulationCount = 0)
{
    private const int SimulationEvents = 1500;
    private const int RecordedEvents = 300;
    private const int RecordedShare = 10;

    /// <summary>Reads the text behind the script's word.</summary>
    /// <param name="text">COUNT SEED, or COUNT SEED SIMULATIONS.</param>
    /// <returns>The tests.</returns>
    /// <exception cref="FormatException">It is not that.</exception>
    public static ReplayTests Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries);
        ulong seed = 0;
        int simulations = 0;
        bool isValid = words.Length is 2 or 3
            && ulong.TryParse(words[1], CultureInfo.InvariantCulture, out seed)
            && (words.Length == 2
                || (int.TryParse(words[2], CultureInfo.InvariantCulture, out simulations)
                    && simulations > 0));
        return isValid && int.TryParse(words[0], CultureInfo.InvariantCulture, out int count)
            && count > 0
            ? new ReplayTests(count, seed, simulations)
            : throw new FormatException(
                "`replay` takes how many traces, the first seed, and how many simulations");
    }

    /// <summary>Runs the tests.</summary>
    /// <param name="suite">Suite that they belong to.</param>
    /// <param name="built">The system with the follower.</param>
    /// <param name="folder">Where traces that differ are kept.</param>
    /// <returns>A test for each trace.</returns>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(
        string suite, BuiltSystem built, string folder)
    {
        ReplaySystem system = ReplaySystem.Of(built);
        ReplayCampaign campaign = new(system, folder);
        ReplayRunner runner = new(system, folder);
        List<TestOutcome> outcomes = [];
        for (ulong seed = Seed; seed < Seed + (ulong)Count; seed++)
        {
            string? difference = await campaign.RunAsync(seed, TraceGenerator.DefaultEvents);
            outcomes.Add(new TestOutcome(suite, $"seed {seed}", difference is null,
                difference ?? ""));
            if (seed % RecordedShare != 0) continue;
            ReplayTrace recorded = await runner.RecordAsync(seed, RecordedEvents);
            difference = HostReplay.Verify(recorded);
            outcomes.Add(new TestOutcome(suite, $"recorded with seed {seed}",
                difference is null, difference ?? ""));
        }
        foreach (ulong seed in SimulationList.SeedsFrom(Seed).Take(SimulationCount))
        {
            string? difference =
                await campaign.RunAsync(SimulationList.Draw(seed, SimulationEvents));
            outcomes.Add(new TestOutcome(suite, $"simulation with seed {seed}",
                difference is null, difference ?? ""));
        }
        return outcomes;
    }
}
