// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Threading;
using Bulkhead.Simulation.Coverage;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>Runs many seeds on several threads, each a machine of its own, until all are done, one
/// fails or time is over.</summary>
public sealed class Campaign
{
    private readonly CampaignOptions _options;
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = new();
    private readonly CampaignSummary _summary = new();
    private ulong _nextSeed;
    private volatile bool _isStopping;

    /// <summary>Prepares a campaign.</summary>
    /// <param name="options">What it runs.</param>
    public Campaign(CampaignOptions options)
    {
        _options = options;
        _nextSeed = options.FirstSeed;
    }

    /// <summary>Makes the checks of a thread; the invariants unless something else is
    /// set.</summary>
    internal Func<IReadOnlyList<IStepCheck>>? Checks { get; init; }

    /// <summary>Runs it.</summary>
    /// <param name="cancellation">Ends it early, with what was done so far.</param>
    /// <returns>What it did.</returns>
    public CampaignSummary Run(CancellationToken cancellation)
    {
        _watch.Start();
        using CancellationTokenRegistration stop = cancellation.Register(Stop);
        Thread[] threads = new Thread[Math.Max(_options.JobCount, 1)];
        for (int index = 0; index < threads.Length; index++)
        {
            threads[index] = new Thread(Work) { IsBackground = true, Name = $"seeds {index}" };
            threads[index].Start();
        }
        foreach (Thread thread in threads) thread.Join();
        return Snapshot();
    }

    /// <summary>What was done so far; may be asked for while it runs.</summary>
    /// <returns>A copy.</returns>
    public CampaignSummary Snapshot()
    {
        lock (_lock)
        {
            CampaignSummary copy = new()
            {
                EventCount = _summary.EventCount,
                SeedCount = _summary.SeedCount,
                RepeatedCount = _summary.RepeatedCount,
                NextSeed = _nextSeed,
                Duration = _watch.Elapsed,
            };
            copy.Marks.Add(_summary.Marks);
            copy.Failures.AddRange(_summary.Failures);
            return copy;
        }
    }

    private void Stop() => _isStopping = true;

    private void Work()
    {
        SeedRun run = new(
            _options, Checks?.Invoke() ?? EventPlayer.ChecksOf(
                _options.FullCheckEvery, _options.WantsOracle));
        while (TryTake(out ulong seed))
        {
            Failure? failure = run.Run(seed);
            bool isRepeated = failure is null && seed % _options.TwiceEvery == 0;
            int count = run.EventCount;
            if (isRepeated) failure = Repeat(run, seed);
            Finish(run, count, isRepeated, failure);
        }
    }

    private bool TryTake(out ulong seed)
    {
        lock (_lock)
        {
            seed = _nextSeed;
            bool isOver = _isStopping || _watch.Elapsed >= _options.TimeMax
                || _summary.EventCount >= _options.EventsMax
                || seed - _options.FirstSeed >= _options.SeedCount;
            if (!isOver) _nextSeed++;
            return !isOver;
        }
    }

    // The same seed must do the same again (I37).
    private static Failure? Repeat(SeedRun run, ulong seed)
    {
        ulong hash = run.Hash;
        Failure? failure = run.Run(seed);
        if (failure is not null || run.Hash == hash) return failure;
        return new Failure(
            new SystemShape(), [], "NotDeterministic", "the same seed did something else again",
            SimulationMode.Safety) { Seed = seed };
    }

    private void Finish(SeedRun run, int count, bool isRepeated, Failure? failure)
    {
        lock (_lock)
        {
            _summary.EventCount += (ulong)count;
            _summary.SeedCount++;
            if (isRepeated) _summary.RepeatedCount++;
            _summary.Marks.Add(run.Marks);
            run.Marks.Clear();
            if (failure is null) return;
            _summary.Failures.Add(failure);
            _isStopping = true;
        }
    }
}
