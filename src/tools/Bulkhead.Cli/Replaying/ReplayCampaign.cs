// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>Replays many generated traces in both worlds.</summary>
/// <param name="system">The system.</param>
/// <param name="folder">Where traces that differ are kept, <c>SEED.trace</c> with
/// <c>SEED.txt</c>.</param>
public sealed class ReplayCampaign(ReplaySystem system, string folder)
{
    private readonly ReplayRunner _runner = new(system, folder);

    /// <summary>Traces that were replayed.</summary>
    public int Traces { get; private set; }

    /// <summary>Traces with equal outcomes and equal hash of the last state.</summary>
    public int Equal { get; private set; }

    /// <summary>Events of all traces.</summary>
    public long Events { get; private set; }

    /// <summary>Seed of the latest of them.</summary>
    public ulong LastSeed { get; private set; }

    /// <summary>What became of the events of simulations.</summary>
    public FollowTally Tally { get; } = new();

    /// <summary>Replays the generated trace of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="events">Most events.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public Task<string?> RunAsync(ulong seed, int events) => RunAsync(
        TraceGenerator.Generate(system.Tables, system.Follower, seed, events));

    /// <summary>Replays the events of a simulation.</summary>
    /// <param name="list">The events.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public Task<string?> RunAsync(SimulationList list)
    {
        ListReplay replay = ListReplay.Make(system.Tables, system.Follower, list);
        Tally.Add(replay.Tally);
        return RunAsync(replay.Trace);
    }

    private async Task<string?> RunAsync(ReplayTrace trace)
    {
        string? difference = await _runner.CompareAsync(trace);
        LastSeed = trace.Seed;
        Traces++;
        Events += trace.Steps.Count;
        if (difference is null) Equal++;
        else Keep(trace, difference);
        return difference;
    }

    private void Keep(ReplayTrace trace, string difference)
    {
        Directory.CreateDirectory(folder);
        string name = Path.Combine(folder, trace.Seed.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(name + ".trace", TraceText.Format(trace));
        File.WriteAllText(name + ".txt", difference + Environment.NewLine);
    }
}
