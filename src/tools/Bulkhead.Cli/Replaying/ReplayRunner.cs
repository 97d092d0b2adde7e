// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>Replays traces in both worlds and compares.</summary>
/// <param name="system">The system.</param>
public sealed class ReplayRunner(ReplaySystem system)
{
    /// <summary>Runs a trace on the host and on the target.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public async Task<string?> CompareAsync(ReplayTrace trace)
    {
        string? difference = await CompareAsync(trace, trace.Steps.Count);
        if (difference is null) return null;
        int first = await FindFirstAsync(trace);
        string? sooner = first < trace.Steps.Count ? await CompareAsync(trace, first) : null;
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

    private async Task<string?> CompareAsync(ReplayTrace trace, int count)
    {
        HostReplay host = HostReplay.Run(trace, count);
        TargetReplay target = await TargetReplay.RunAsync(system, host);
        CanonicalState state = CanonicalState.Of(
            target.State, system.StateAddress, host.Current);
        // When nobody runs any more, nobody notes what the last event led to.
        IReadOnlyList<Outcome> outcomes = host.Current.IsNone
            ? [.. host.Outcomes.SkipLast(1)] : host.Outcomes;
        return TraceComparison.Compare(trace, outcomes, target.Outcomes)
            ?? TraceComparison.Compare(host.State, state);
    }

    // The fewest events after which the worlds differ; they stay different once they do.
    private async Task<int> FindFirstAsync(ReplayTrace trace)
    {
        int same = 1;
        int different = trace.Steps.Count;
        while (different - same > 1)
        {
            int middle = (same + different) / 2;
            if (await CompareAsync(trace, middle) is null) same = middle;
            else different = middle;
        }
        return different;
    }
}
