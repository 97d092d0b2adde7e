// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>Every schedule of a few preemptions for hypercalls on several CPUs, each compared with
/// the orders in which one call ends before the next begins.</summary>
/// <param name="run">Runs them.</param>
/// <param name="cpuCount">CPUs.</param>
/// <param name="preemptionsMax">Preemptions of a schedule.</param>
internal sealed class TeamSchedules(TeamRun run, int cpuCount, int preemptionsMax)
{
    private readonly HashSet<StateHash> _sequential = [];

    /// <summary>Schedules so far.</summary>
    internal long Count { get; private set; }

    /// <summary>Runs all of them.</summary>
    /// <param name="calls">A call for each CPU.</param>
    /// <returns>The first that is wrong; null: none.</returns>
    internal TeamFailure? Explore(PairCall[] calls)
    {
        _sequential.Clear();
        TeamFailure? failure = RunAll(calls, isInside: false, 0);
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
            if (_sequential.Contains(outcome)) return null;
            message = "the outcome is that of no sequential order";
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
