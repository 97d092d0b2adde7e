// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Exploration;

/// <summary>
/// Breadth-first search over the canonical states of a configuration, on the kernel as it ships:
/// level by level, so that the way to a failure is a shortest one. After each transition to a new
/// state every invariant is checked.
/// </summary>
/// <param name="configuration">What to explore.</param>
/// <param name="bounds">How far.</param>
public sealed class Explorer(ExplorationConfiguration configuration, ExplorationBounds bounds)
{
    private const int BatchCount = 32;
    private const int ReportMilliseconds = 250;

    private readonly System.Diagnostics.Stopwatch _watch = new();
    private ExplorationSearch _search = null!;
    private List<StateArena> _level = [];
    private int _depth;
    private long _expandedBefore;
    private int _cursor;
    private Exception? _error;

    /// <summary>Told now and then how far it is.</summary>
    public Action<ExplorationProgress>? Report { get; init; }

    /// <summary>Of so many canonical forms one is tried from several raw states, see
    /// <see cref="MergeCheck"/>; a power of two.</summary>
    internal int MergeShare { get; init; } = 128;

    /// <summary>What a test does after each event, to break something.</summary>
    internal Action<World, SimulationEvent>? Afterwards { get; init; }

    /// <summary>Explores until everything is met, a bound is reached or something is
    /// broken.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="ExplorationException">The configuration is not written as it should
    /// be.</exception>
    public ExplorationResult Run()
    {
        _watch.Start();
        _search = new ExplorationSearch(configuration, MergeShare);
        ExplorationWorker[] workers = new ExplorationWorker[bounds.Workers];
        try
        {
            for (int index = 0; index < workers.Length; index++)
            {
                workers[index] = new ExplorationWorker(_search, Afterwards);
            }

            return Search(workers);
        }
        finally
        {
            foreach (ExplorationWorker? worker in workers) worker?.Dispose();
        }
    }

    private ExplorationResult Search(ExplorationWorker[] workers)
    {
        // The world that was made last is current on this host thread.
        workers[^1].Start();
        TakeLevel(workers);
        while (_level.Sum(arena => arena.Count) > 0 && !_search.IsStopped
            && _depth < bounds.DepthMax)
        {
            ExpandLevel(workers);
            if (_search.IsStopped) break;
            TakeLevel(workers);
            _depth++;
            Report?.Invoke(Progress());
        }

        bool isClosed = !_search.IsStopped && _level.Sum(arena => arena.Count) == 0;
        return new ExplorationResult(
            Progress(), isClosed, _search.Merges.MergeCount, _search.Failure);
    }

    private void TakeLevel(ExplorationWorker[] workers)
    {
        _expandedBefore += _level.Sum(arena => arena.Count);
        _level = [.. workers.Select(worker => worker.Found)];
        _cursor = 0;
        foreach (ExplorationWorker worker in workers) worker.Found = new StateArena(worker.First);
    }

    private void ExpandLevel(ExplorationWorker[] workers)
    {
        Thread[] threads = [.. workers.Select(worker => new Thread(() => Work(worker)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads)
        {
            while (!thread.Join(ReportMilliseconds))
            {
                Report?.Invoke(Progress());
                if (_search.Visited.Count >= bounds.StatesMax) _search.IsStopped = true;
            }
        }

        if (_error is not null) throw new ExplorationException(_error.Message);
        if (_search.Visited.Count >= bounds.StatesMax) _search.IsStopped = true;
    }

    private void Work(ExplorationWorker worker)
    {
        try
        {
            int count = _level.Sum(arena => arena.Count);
            while (!_search.IsStopped)
            {
                int first = Interlocked.Add(ref _cursor, BatchCount) - BatchCount;
                if (first >= count) break;
                for (int index = first; index < Math.Min(first + BatchCount, count); index++)
                {
                    Expand(worker, index);
                }
            }

            worker.CheckOutside();
        }
        catch (Exception e)
        {
            _error = e;
            _search.IsStopped = true;
        }
    }

    private void Expand(ExplorationWorker worker, int index)
    {
        foreach (StateArena arena in _level)
        {
            if (index < arena.Count)
            {
                worker.Expand(arena, index);
                return;
            }

            index -= arena.Count;
        }
    }

    private ExplorationProgress Progress()
    {
        long states = _search.Visited.Count;
        int expanded = Math.Min(Volatile.Read(ref _cursor), _level.Sum(arena => arena.Count));
        long frontier = _search.Paths.Count - _expandedBefore - expanded;
        return new ExplorationProgress(
            _depth, states, frontier, _search.Transitions, _watch.Elapsed);
    }
}
