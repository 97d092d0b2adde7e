// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>Every schedule of a few preemptions for hypercalls on several CPUs, each compared with
/// the orders in which one call ends before the next begins; of a call that others see half done,
/// or whose caller another stops, also with those in which it is left between two of its
/// steps.</summary>
/// <param name="run">Runs them.</param>
/// <param name="cpuCount">CPUs.</param>
/// <param name="preemptionsMax">Preemptions of a schedule.</param>
internal sealed class TeamSchedules(TeamRun run, int cpuCount, int preemptionsMax)
{
    private readonly HashSet<StateHash> _sequential = [];
    private int _looksMax;

    /// <summary>Schedules so far.</summary>
    internal long Count { get; private set; }

    /// <summary>Runs all of them.</summary>
    /// <param name="calls">A call for each CPU.</param>
    /// <returns>The first that is wrong; null: none.</returns>
    internal TeamFailure? Explore(PairCall[] calls)
    {
        _sequential.Clear();
        TeamFailure? failure = RunAll(calls, isInside: false, 0) ?? RunSteps(calls);
        if (failure is null && preemptionsMax > 0)
        {
            failure = RunAll(calls, isInside: true, preemptionsMax);
        }
        return failure;
    }

    private TeamFailure? RunAll(PairCall[] calls, bool isInside, int departuresMax)
    {
        // Three can follow each other in two ways.
        int orders = cpuCount > 2 ? 2 * cpuCount : cpuCount;
        for (int order = 0; order < orders; order++)
        {
            ScriptedChoice choice = new() { DeparturesMax = departuresMax };
            do
            {
                if (Try(calls, order, choice, isInside) is { } failure) return failure;
            }
            while (choice.Advance());
        }
        return null;
    }

    // A call that others see half done may also be left between two of its steps while the others
    // are made.
    private TeamFailure? RunSteps(PairCall[] calls)
    {
        if (!calls.Any(call => call.IsSeenHalfDone || call.StopsOtherCaller)) return null;
        TeamFailure? failure = null;
        do
        {
            run.InterruptAt++;
            _looksMax = 0;
            failure = RunAll(calls, isInside: false, 0);
        }
        while (failure is null && _looksMax >= run.InterruptAt);
        run.InterruptAt = 0;
        return failure;
    }

    private TeamFailure? Try(
        PairCall[] calls, int order, ScriptedChoice choice, bool isInside)
    {
        Count++;
        int first = order % cpuCount;
        bool isBackward = order >= cpuCount;
        string message;
        try
        {
            StateHash outcome = run.Execute(
                calls, first, isBackward, choice, isInside);
            if (!isInside) _sequential.Add(outcome);
            _looksMax = Math.Max(_looksMax, run.LookCount);
            if (_sequential.Contains(outcome)) return null;
            message = $"the outcome is that of no sequential order: {run.Results()}";
        }
        catch (Exception exception) when (exception is not ExplorationException)
        {
            message = $"{exception.GetType().Name}: {exception.Message}";
        }
        return new TeamFailure(
            string.Join(" | ", calls.Select(call => call.Name)),
            $"CPU {first} begins{(isBackward ? " backward" : "")}, then "
            + $"{string.Join(' ', choice.Chosen)}", message);
    }
}
