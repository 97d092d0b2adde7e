// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>Every ordered pair of <see cref="PairCalls"/>, by two callers, under every schedule
/// with up to so many preemptions.</summary>
/// <param name="calls">The calls.</param>
/// <param name="preemptionsMax">Preemptions of a schedule.</param>
/// <param name="workers">Host threads.</param>
public sealed class PairExplorer(
    IReadOnlyList<PairCall> calls, int preemptionsMax, int workers)
{
    private const int ReportMilliseconds = 250;

    private readonly System.Diagnostics.Stopwatch _watch = new();
    private readonly List<PairFailure> _failures = [];
    private readonly Lock _lock = new();
    private int _cursor;
    private int _done;
    private long _schedules;
    private Exception? _error;

    /// <summary>Told now and then how far it is.</summary>
    public Action<PairProgress>? Report { get; init; }

    /// <summary>What a test does before each run's end, to break something.</summary>
    internal Action<PairSystem>? BeforeEnd { get; init; }

    /// <summary>How far it is.</summary>
    public PairProgress Progress => new(
        Volatile.Read(ref _done), calls.Count * calls.Count, Volatile.Read(ref _schedules),
        _watch.Elapsed);

    /// <summary>Runs everything.</summary>
    /// <returns>What is broken, at most one schedule of each pair.</returns>
    /// <exception cref="ExplorationException">The system cannot be set up.</exception>
    public IReadOnlyList<PairFailure> Run()
    {
        _watch.Start();
        Thread[] threads = new Thread[workers];
        for (int index = 0; index < workers; index++)
        {
            threads[index] = new Thread(Work);
            threads[index].Start();
        }

        foreach (Thread thread in threads)
        {
            while (!thread.Join(ReportMilliseconds)) Report?.Invoke(Progress);
        }

        if (_error is not null) throw new ExplorationException(_error.Message);
        return _failures;
    }

    private void Work()
    {
        try
        {
            using PairSystem system = new();
            PairSchedules schedules = new(new PairRun(system) { BeforeEnd = BeforeEnd },
                preemptionsMax);
            int count = calls.Count * calls.Count;
            for (int pair = Interlocked.Increment(ref _cursor) - 1; pair < count;
                pair = Interlocked.Increment(ref _cursor) - 1)
            {
                Explore(schedules, pair);
            }
        }
        catch (Exception e)
        {
            _error = e;
            _cursor = int.MaxValue / 2;
        }
    }

    private void Explore(PairSchedules schedules, int pair)
    {
        long before = schedules.Count;
        PairFailure? failure = schedules.Explore(
            calls[pair / calls.Count], calls[pair % calls.Count]);
        Interlocked.Add(ref _schedules, schedules.Count - before);
        Interlocked.Increment(ref _done);
        if (failure is null) return;
        lock (_lock)
        {
            _failures.Add(failure);
        }
    }
}
