// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using System.Threading;

namespace Bulkhead.Simulation.Exploration;

/// <summary>
/// Whether states that have one canonical form really do the same: for a sample of the forms, what
/// follows from each action is compared between the first raw state and up to three others. A
/// difference means that the form leaves out something that matters, or that the kernel acts on
/// something that it should have forgotten.
/// </summary>
/// <param name="share">Of so many forms one is looked at; a power of two.</param>
internal sealed class MergeCheck(int share)
{
    private const int FormsMax = 1 << 14;
    private const int OthersMax = 3;

    private readonly ConcurrentDictionary<StateHash, Entry> _entries = new();
    private long _mergeCount;

    /// <summary>States that were expanded beside the first of their form.</summary>
    internal long MergeCount => Volatile.Read(ref _mergeCount);

    /// <summary>Whether a form is of the sample.</summary>
    internal bool IsSampled(StateHash form) => (form.Low & (ulong)(share - 1)) == 0;

    /// <summary>Notes what follows from the first state of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="following">The form after each action.</param>
    internal void Remember(StateHash form, StateHash[] following)
    {
        if (_entries.Count >= FormsMax) return;
        _entries.TryAdd(form, new Entry { Following = (StateHash[])following.Clone() });
    }

    /// <summary>Whether another state of a form should be expanded.</summary>
    internal bool Wants(StateHash form) =>
        IsSampled(form) && _entries.TryGetValue(form, out Entry? entry)
        && Interlocked.Increment(ref entry.Others) <= OthersMax;

    /// <summary>Compares.</summary>
    /// <param name="form">The form.</param>
    /// <param name="following">The form after each action from another state.</param>
    /// <returns>The first action after which they differ; -1: none.</returns>
    internal int FindDifference(StateHash form, ReadOnlySpan<StateHash> following)
    {
        Interlocked.Increment(ref _mergeCount);
        StateHash[] first = _entries[form].Following;
        int same = first.AsSpan().CommonPrefixLength(following);
        return same == first.Length ? -1 : same;
    }

    private sealed class Entry
    {
        internal required StateHash[] Following;
        internal int Others;
    }
}
