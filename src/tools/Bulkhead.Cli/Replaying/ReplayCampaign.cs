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
    private readonly ReplayRunner _runner = new(system);

    /// <summary>Traces that were replayed.</summary>
    public int Traces { get; private set; }

    /// <summary>Traces with equal outcomes and equal hash of the last state.</summary>
    public int Equal { get; private set; }

    /// <summary>Events of all traces.</summary>
    public long Events { get; private set; }

    /// <summary>Replays the trace of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="events">Most events.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public async Task<string?> RunAsync(ulong seed, int events)
    {
        ReplayTrace trace = TraceGenerator.Generate(system.Tables, system.Follower, seed, events);
        string? difference = await _runner.CompareAsync(trace);
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
