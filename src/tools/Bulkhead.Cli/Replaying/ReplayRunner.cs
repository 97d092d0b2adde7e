// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>Replays traces in both worlds and compares.</summary>
/// <param name="system">The system.</param>
/// <param name="folder">Where files for the target go when it boots something else than the
/// system.</param>
public sealed class ReplayRunner(ReplaySystem system, string folder)
{
    private readonly string _bootFile = Path.Combine(folder, string.Create(
        CultureInfo.InvariantCulture, $"boot-{Environment.ProcessId}.img"));

    /// <summary>Runs a trace on the host and on the target.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public async Task<string?> CompareAsync(ReplayTrace trace)
    {
        ReplaySystem shaped = system.With(trace.Tables, _bootFile);
        string? difference = await CompareAsync(shaped, trace, trace.Steps.Count);
        if (difference is null) return null;
        int first = await FindFirstAsync(shaped, trace);
        string? sooner =
            first < trace.Steps.Count ? await CompareAsync(shaped, trace, first) : null;
        return sooner is null ? difference
            : $"{sooner}{Environment.NewLine}(first seen after event {first - 1}, "
                + $"{trace.Steps[first - 1].Event})";
    }

    /// <summary>Lets the target draw a trace.</summary>
    /// <param name="seed">Same seed, same system and same random numbers.</param>
    /// <param name="events">Most events; fewer when the machine becomes idle.</param>
    /// <returns>What the target did, with the hash of its last state.</returns>
    /// <exception cref="IOException">The target did not come back.</exception>
    public async Task<ReplayTrace> RecordAsync(ulong seed, int events)
    {
        Recording recording = Recording.Begin(system.Tables, system.Follower, seed);
        TargetReplay target = await TargetReplay.RecordAsync(system, recording, events - 1);
        return target.Outcomes.Count > recording.Opening.Entries.Count
            ? recording.Finish(
                target.Drawn, target.Outcomes, target.State, system.StateAddress)
            : throw new IOException("the target did not come back from what it began with");
    }

    private static async Task<string?> CompareAsync(
        ReplaySystem shaped, ReplayTrace trace, int count)
    {
        HostReplay host = HostReplay.Run(trace, count);
        TargetReplay target = await TargetReplay.RunAsync(shaped, host);
        CanonicalState state = CanonicalState.Of(
            target.State, shaped.StateAddress, host.Current);
        return TraceComparison.Compare(trace, host.Outcomes, target.Outcomes)
            ?? TraceComparison.Compare(host.State, state);
    }

    // The fewest events after which the worlds differ; they stay different once they do. While
    // nothing runs the target does not stop, but goes on to the next timer.
    private static async Task<int> FindFirstAsync(ReplaySystem shaped, ReplayTrace trace)
    {
        IReadOnlyList<Outcome?> outcomes = HostReplay.Run(trace, trace.Steps.Count).Outcomes;
        int[] counts = [.. Enumerable.Range(1, trace.Steps.Count)
            .Where(count => outcomes[count - 1] is not null || count == trace.Steps.Count)];
        int same = 0;
        int different = counts.Length - 1;
        while (different - same > 1)
        {
            int middle = (same + different) / 2;
            if (await CompareAsync(shaped, trace, counts[middle]) is null) same = middle;
            else different = middle;
        }
        return counts[different];
    }
}
