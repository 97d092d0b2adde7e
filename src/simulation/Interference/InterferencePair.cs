// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Interference;

/// <summary>
/// Two runs of one system that differ only in what partitions do that may not influence an
/// observer. Checks the three unwinding conditions (Rushby): <b>local respect</b>, a step of such
/// a partition leaves the observer's view as it was; <b>output consistency</b>, the observer's own
/// step gives it the same results in both runs; <b>step consistency</b>, after it the views are
/// equal again. Time stands still: timing channels are no part of it.
/// </summary>
public sealed class InterferencePair : IDisposable
{
    private const int HistoryMax = 40;
    private const int NoiseMax = 25;
    private const int StepsMax = 20;
    private const int RestsMax = 16;

    private readonly World _first = new();
    private readonly World _second = new();
    private readonly Random _random;
    private readonly PartitionActions _actions;
    private readonly InterferencePolicy _policy;
    private readonly int _seed;
    private int _observer;

    /// <summary>Makes the two systems.</summary>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="policy">Which ways there are between partitions.</param>
    public InterferencePair(int seed, InterferencePolicy policy)
    {
        _seed = seed;
        _policy = policy;
        _random = new Random(seed);
        _actions = new PartitionActions(_random);
        PartitionedSystem.Build(_first, seed, policy);
        PartitionedSystem.Build(_second, seed, policy);
    }

    /// <summary>Steps in which a partition that may not influence the observer acted.</summary>
    public int NoiseCount { get; private set; }

    /// <summary>Steps that the observer took in both runs.</summary>
    public int StepCount { get; private set; }

    /// <summary>Called before each event of the second run; for tests that break the
    /// isolation.</summary>
    public Action<World>? BeforeSecond { get; set; }

    /// <summary>Runs the pair.</summary>
    /// <exception cref="InterferenceException">Something reached the observer.</exception>
    public void Run()
    {
        RunHistory();
        _observer = _random.Next(PartitionedSystem.PartitionCount);
        MakeNoise();
        Expect("the views differ after the noise", null);
        if (!Rest(_first) || !Rest(_second)) return;
        for (int count = 0; count < StepsMax && BothObserve(); count++) StepBoth();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private bool Influences(int from, int to) => from == to
        || (_policy == InterferencePolicy.OneWayDoorbell && from == 0 && to == 1);

    private void RunHistory()
    {
        for (int count = _random.Next(HistoryMax); count > 0; count--)
        {
            if (PartitionedSystem.RunningPartition(_first) < 0) return;
            SimulationEvent value = _actions.Draw(_first);
            _first.Apply(in value);
            _second.Apply(in value);
        }
    }

    private void MakeNoise()
    {
        for (int count = 0; count < NoiseMax; count++)
        {
            int running = PartitionedSystem.RunningPartition(_second);
            if (running < 0 || Influences(running, _observer)) return;
            SimulationEvent value = _actions.Draw(_second);
            ApplyUnseen(_second, in value);
            NoiseCount++;
        }
    }

    // Every partition but the observer lies down, until the observer runs.
    private bool Rest(World world)
    {
        for (int count = 0; count < RestsMax; count++)
        {
            int running = PartitionedSystem.RunningPartition(world);
            if (running < 0) return false;
            if (running == _observer) return true;
            SimulationEvent value = SimulationEvent.Call(
                Hypercall.SemaphoreDown, PartitionedSystem.RestSelector, ulong.MaxValue, 0);
            if (Influences(running, _observer)) world.Apply(in value);
            else ApplyUnseen(world, in value);
        }
        return false;
    }

    private void ApplyUnseen(World world, in SimulationEvent value)
    {
        PartitionView before = ViewOf(world, _observer);
        if (world == _second) BeforeSecond?.Invoke(world);
        world.Apply(in value);
        Compare(before, ViewOf(world, _observer), "local respect", in value);
    }

    private bool BothObserve() =>
        PartitionedSystem.RunningPartition(_first) == _observer
        && PartitionedSystem.RunningPartition(_second) == _observer;

    private void StepBoth()
    {
        Expect("the views differ before the observer's step", null);
        SimulationEvent value = _actions.Draw(_first);
        PartitionView[] before = OthersOf(_first);
        _first.Apply(in value);
        BeforeSecond?.Invoke(_second);
        _second.Apply(in value);
        StepCount++;
        Expect("output or step consistency", value.ToString());
        PartitionView[] after = OthersOf(_first);
        for (int other = 0; other < before.Length; other++)
        {
            if (!Influences(_observer, other))
            {
                Compare(before[other], after[other], "local respect", in value);
            }
        }
        KernelInvariants.Check(_first.Machine, _first.Current);
    }

    private static PartitionView[] OthersOf(World world) =>
        [.. Enumerable.Range(0, PartitionedSystem.PartitionCount)
            .Select(index => ViewOf(world, index))];

    private static PartitionView ViewOf(World world, int index) =>
        PartitionView.Of(world, PartitionedSystem.DomainOf(world, index));

    private void Expect(string condition, string? value)
    {
        string? difference = ViewOf(_first, _observer).Difference(ViewOf(_second, _observer));
        if (difference is not null) throw Failure(condition, value, difference);
    }

    private void Compare(
        PartitionView before, PartitionView after, string condition, in SimulationEvent value)
    {
        string? difference = before.Difference(after);
        if (difference is not null) throw Failure(condition, value.ToString(), difference);
    }

    private InterferenceException Failure(string condition, string? value, string difference) =>
        new($"seed {_seed}, policy {_policy}, observer {_observer}: {condition}"
            + $"{(value is null ? "" : $", after {value}")}: {difference}");
}
