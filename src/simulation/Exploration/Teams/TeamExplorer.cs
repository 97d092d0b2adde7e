// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Threading;
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>Hypercalls that are inside the kernel at the same time, on two or three CPUs: every
/// ordered choice of them, or a sample.</summary>
/// <param name="calls">The calls.</param>
/// <param name="cpuCount">CPUs, each of which makes a call: 2 or 3.</param>
/// <param name="preemptionsMax">Preemptions of a schedule.</param>
public sealed class TeamExplorer(
    IReadOnlyList<PairCall> calls, int cpuCount, int preemptionsMax)
{
    private const int ReportMilliseconds = 1000;

    private readonly System.Diagnostics.Stopwatch _watch = new();
    private readonly List<TeamFailure> _failures = [];
    private readonly Lock _lock = new();
    private long _cursor;
    private long _done;
    private long _schedules;
    private Exception? _error;

    /// <summary>Of so many choices of calls one is explored; 1: all. Which, is always the
    /// same.</summary>
    public int SampleOf { get; init; } = 1;

    /// <summary>Host threads that explore; each has more for its CPUs.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Told how far it is, now and then.</summary>
    public Action<string>? Report { get; init; }

    /// <summary>Called before each state is judged; for tests of what is noticed.</summary>
    internal Action<TeamSystem>? BeforeEnd { get; init; }

    /// <summary>Schedules so far.</summary>
    public long ScheduleCount => Interlocked.Read(ref _schedules);

    /// <summary>Choices of calls so far.</summary>
    public long DoneCount => Interlocked.Read(ref _done);

    /// <summary>Choices of calls to be explored.</summary>
    public long Total => (All + SampleOf - 1) / SampleOf;

    private long All => (long)Math.Pow(calls.Count, cpuCount);

    /// <summary>How far it is, in words.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{DoneCount:N0} of {Total:N0} on {cpuCount} CPUs, {ScheduleCount:N0} schedules, "
        + $"{_watch.Elapsed.TotalSeconds:F0} s");

    /// <summary>Explores.</summary>
    /// <returns>What is wrong, at most one for each choice of calls.</returns>
    /// <exception cref="ExplorationException">The system cannot be set up.</exception>
    public IReadOnlyList<TeamFailure> Run()
    {
        KernelOrdering.Connect();
        _watch.Start();
        Thread[] threads = [.. Enumerable.Range(0, Workers).Select(_ => new Thread(Work))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads)
        {
            while (!thread.Join(ReportMilliseconds)) Report?.Invoke(Summary);
        }
        if (_error is not null) throw new ExplorationException(_error.ToString());
        return _failures;
    }

    private void Work()
    {
        try
        {
            using TeamSystem system = new(cpuCount);
            TeamRun run = new(system) { BeforeEnd = BeforeEnd };
            TeamSchedules schedules = new(run, cpuCount, preemptionsMax);
            for (long at = Interlocked.Increment(ref _cursor) - 1; at < Total;
                at = Interlocked.Increment(ref _cursor) - 1)
            {
                Explore(schedules, at * SampleOf);
            }
            run.End();
        }
        catch (Exception exception)
        {
            _error = exception;
            Interlocked.Exchange(ref _cursor, long.MaxValue / 2);
        }
    }

    private void Explore(TeamSchedules schedules, long number)
    {
        PairCall[] chosen = new PairCall[cpuCount];
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            chosen[cpu] = calls[(int)(number % calls.Count)];
            number /= calls.Count;
        }
        long before = schedules.Count;
        TeamFailure? failure = schedules.Explore(chosen);
        Interlocked.Add(ref _schedules, schedules.Count - before);
        Interlocked.Increment(ref _done);
        if (failure is null) return;
        lock (_lock)
        {
            _failures.Add(failure);
        }
    }
}
