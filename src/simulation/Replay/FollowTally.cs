// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>What became of the events of lists, by kind.</summary>
public sealed class FollowTally
{
    private static readonly int s_fates = Enum.GetValues<FateKind>().Length;

    private readonly Dictionary<EventKind, long[]> _kinds = [];
    private readonly Dictionary<(EventKind Kind, Fate Fate), long> _reasons = [];

    /// <summary>Kinds of events that were met, the most frequent first.</summary>
    public IEnumerable<EventKind> Kinds =>
        _kinds.OrderByDescending(pair => pair.Value.Sum()).Select(pair => pair.Key);

    /// <summary>Hypercalls that were followed and succeeded.</summary>
    public long SucceededCalls { get; private set; }

    /// <summary>Events that were added to lists: the follower's code and memory for
    /// domains.</summary>
    public long Inserted { get; private set; }

    /// <summary>Events with a fate.</summary>
    /// <param name="fate">The fate.</param>
    /// <returns>Their number.</returns>
    public long CountOf(FateKind fate) => _kinds.Values.Sum(counts => counts[(int)fate]);

    /// <summary>Events of a kind with a fate.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fate">The fate.</param>
    /// <returns>Their number.</returns>
    public long CountOf(EventKind kind, FateKind fate) =>
        _kinds.TryGetValue(kind, out long[]? counts) ? counts[(int)fate] : 0;

    /// <summary>Why events of a kind had a fate, the most frequent reason first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fate">The fate.</param>
    /// <returns>Reasons, and how often each.</returns>
    public IEnumerable<(string Reason, long Count)> ReasonsOf(EventKind kind, FateKind fate) =>
        _reasons.Where(pair => pair.Key.Kind == kind && pair.Key.Fate.Kind == fate)
            .OrderByDescending(pair => pair.Value)
            .Select(pair => (pair.Key.Fate.Reason, pair.Value));

    /// <summary>Adds what another tally counted.</summary>
    /// <param name="other">The other.</param>
    public void Add(FollowTally other)
    {
        foreach (((EventKind kind, Fate fate), long count) in other._reasons)
        {
            Add(kind, fate, count);
        }
        SucceededCalls += other.SucceededCalls;
        Inserted += other.Inserted;
    }

    internal void Add(EventKind kind, Fate fate, long count = 1)
    {
        if (!_kinds.TryGetValue(kind, out long[]? counts))
        {
            _kinds.Add(kind, counts = new long[s_fates]);
        }
        counts[(int)fate.Kind] += count;
        _reasons[(kind, fate)] = _reasons.GetValueOrDefault((kind, fate)) + count;
    }

    internal void AddSuccess() => SucceededCalls++;

    internal void AddInserted() => Inserted++;
}
