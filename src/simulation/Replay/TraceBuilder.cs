// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>Makes a trace event by event, taking back what the target could not follow.</summary>
public sealed class TraceBuilder : IDisposable
{
    private const string DoesNotFit = "it does not fit what runs";
    private const string NobodyFollows = "what would run after it is not the follower";
    private const string NothingRuns = "nothing would ever run after it";

    // Events between two checkpoints: what taking one back applies again at most.
    private const int CheckpointEvents = 128;

    private readonly List<ReplayStep> _steps = [];
    private readonly Stack<(int Count, WorldCheckpoint World)> _checkpoints = [];
    private readonly ulong _seed;
    private int _runningCount;

    /// <summary>Boots and lets the root map the region.</summary>
    /// <param name="tables">What the target boots.</param>
    /// <param name="follower">Where the follower's code is.</param>
    /// <param name="seed">The seed, to be kept in the trace.</param>
    public TraceBuilder(BootTables tables, FollowerPlace follower, ulong seed)
    {
        _seed = seed;
        World = new ReplayWorld(tables, follower);
        _checkpoints.Push((0, World.Save()));
        if (!TryAdd(World.Setup)) throw new SimulationException("the follower cannot start");
    }

    /// <summary>The world after the events so far.</summary>
    public ReplayWorld World { get; }

    /// <summary>Events so far, the root's own mapping included.</summary>
    public int Count => _steps.Count;

    /// <summary>Adds an event if host and target can both do it and somebody goes on after
    /// it.</summary>
    /// <param name="value">The event.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(in SimulationEvent value) =>
        Add(in value, null).Kind == FateKind.Followed;

    /// <summary>Adds an event if host and target can both do it.</summary>
    /// <param name="value">The event.</param>
    /// <param name="canIdle">Whether the trace can go on when nothing runs after it; null: it
    /// cannot.</param>
    /// <returns>What became of the event.</returns>
    public Fate Add(in SimulationEvent value, Func<bool>? canIdle)
    {
        if (ReplayRules.Refuse(World, in value) is string reason) return Fate.LeftOut(reason);
        if (!World.Apply(in value)) return Fate.Nothing(DoesNotFit);
        bool isIdle = World.Current.IsNone;
        if (isIdle ? canIdle is null || !canIdle() : !World.CanFollow)
        {
            TakeBack();
            return Fate.LeftOut(isIdle ? NothingRuns : NobodyFollows);
        }
        _steps.Add(new ReplayStep(value, World.Outcome, null));
        if (!isIdle) _runningCount = Count;
        if (Count % CheckpointEvents == 0) _checkpoints.Push((Count, World.Save()));
        return Fate.Followed;
    }

    /// <summary>Takes the last events back until something runs.</summary>
    public void EndRunning()
    {
        if (_runningCount == Count) return;
        _steps.RemoveRange(_runningCount, Count - _runningCount);
        TakeBack();
    }

    /// <summary>The trace, with the hash of its last state.</summary>
    /// <returns>The trace.</returns>
    public ReplayTrace ToTrace()
    {
        List<ReplayStep> steps = [.. _steps];
        steps[^1] = steps[^1] with { Hash = World.Hash };
        return new ReplayTrace(World.Tables, World.Follower, _seed, steps);
    }

    /// <inheritdoc/>
    public void Dispose() => World.Dispose();

    private void TakeBack()
    {
        while (_checkpoints.Peek().Count > Count) _checkpoints.Pop();
        (int count, WorldCheckpoint checkpoint) = _checkpoints.Peek();
        World.Restore(checkpoint);
        foreach (ReplayStep step in _steps.Skip(count)) World.Apply(step.Event);
    }
}
