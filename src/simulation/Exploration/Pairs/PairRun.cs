// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>Runs one schedule of a pair: the callers make their calls, in the order that the
/// schedule's preemptions bring about, and everything comes to rest.</summary>
internal sealed class PairRun(PairSystem system)
{
    private const int StepsMax = 24;

    private readonly PairHardware _hardware = new(system);

    /// <summary>Where a further preemption could be.</summary>
    internal IReadOnlyList<PairPreemption> Candidates => _hardware.Candidates;

    /// <summary>What a test does before the end, to break something.</summary>
    internal Action<PairSystem>? BeforeEnd { get; init; }

    /// <summary>Runs.</summary>
    /// <param name="first">The call of the one that runs first when nothing preempts.</param>
    /// <param name="second">The other's.</param>
    /// <param name="script">Preemptions in the order of their places.</param>
    /// <returns>What became of it.</returns>
    internal StateHash Execute(PairCall first, PairCall second, PairPreemption[] script)
    {
        system.Reset(first, second);
        _hardware.Begin(script);
        system.World.Machine.Interleaving = _hardware;
        for (int step = 0; step < StepsMax && !system.Programs.IsOver; step++)
        {
            _hardware.BetweenCalls();
            if (!system.Programs.Step() || system.IsOff) break;
            system.World.Processor.TakeInterrupts();
            system.Check();
        }

        if (!system.IsOff) _hardware.BetweenCalls();
        system.World.Machine.Interleaving = null;
        if (!_hardware.IsScriptDone)
        {
            throw new SimulationException("a preemption of the schedule had no place");
        }

        system.Settle();
        BeforeEnd?.Invoke(system);
        system.Check();
        return system.Outcome();
    }
}
