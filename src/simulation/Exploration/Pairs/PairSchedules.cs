// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>
/// All schedules of one pair with up to two preemptions. Those whose preemptions lie between calls
/// are the sequential orders: whatever hardware does inside a call, the outcome must be that of one
/// of them with as many signals and as much time.
/// </summary>
internal sealed class PairSchedules(PairRun run, int preemptionsMax)
{
    private readonly HashSet<(StateHash Outcome, int Signals, int Times)> _sequential = [];
    private readonly List<(PairPreemption[] Script, StateHash Outcome)> _inside = [];
    private PairCall _first = null!;
    private PairCall _second = null!;

    /// <summary>Schedules run.</summary>
    internal long Count { get; private set; }

    /// <summary>Runs them all.</summary>
    /// <returns>What is broken; null: nothing.</returns>
    internal PairFailure? Explore(PairCall first, PairCall second)
    {
        _first = first;
        _second = second;
        _sequential.Clear();
        _inside.Clear();
        PairFailure? failure = Extend([]);
        if (failure is not null) return failure;
        foreach ((PairPreemption[] script, StateHash outcome) in _inside)
        {
            if (IsSequential(script, outcome)) continue;
            return Fail(script, "the outcome is that of no sequential order");
        }

        return null;
    }

    // Two signals of an edge are one when nobody took the first in between, and a turn that ended
    // twice before anybody looked ended once.
    private bool IsSequential(PairPreemption[] script, StateHash outcome)
    {
        (_, int signals, int times) = Key(script, outcome);
        for (int taken = Math.Min(1, signals); taken <= signals; taken++)
        {
            for (int ended = Math.Min(1, times); ended <= times; ended++)
            {
                if (_sequential.Contains((outcome, taken, ended))) return true;
            }
        }

        return false;
    }

    private PairFailure? Extend(PairPreemption[] script)
    {
        PairPreemption[] candidates;
        try
        {
            Count++;
            StateHash outcome = run.Execute(_first, _second, script);
            candidates = [.. run.Candidates];
            bool isSequential = script.All(preemption => preemption.Point == OrderingPoint.Program);
            if (isSequential) _sequential.Add(Key(script, outcome));
            else _inside.Add((script, outcome));
        }
        catch (Exception e) when (e is not ExplorationException)
        {
            return Fail(script, $"{e.GetType().Name}: {e.Message}");
        }

        if (script.Length == preemptionsMax) return null;
        foreach (PairPreemption candidate in candidates)
        {
            if (Extend([.. script, candidate]) is { } failure) return failure;
        }

        return null;
    }

    private static (StateHash Outcome, int Signals, int Times) Key(
        PairPreemption[] script, StateHash outcome) =>
        (outcome,
            script.Count(p => p.Action is PairAction.Signal or PairAction.TakeInterrupt),
            script.Count(p => p.Action is PairAction.PassTime or PairAction.EndTurn));

    private PairFailure Fail(PairPreemption[] script, string message) =>
        new(_first.Name, _second.Name, string.Join(", ", script), message);
}
