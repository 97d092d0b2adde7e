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
        TeamFailure? failure = RunAll(calls, isInside: false, cpuCount - 1);
        if (failure is null && preemptionsMax > 0)
        {
            failure = RunAll(calls, isInside: true, preemptionsMax);
        }
        return failure;
    }

    private TeamFailure? RunAll(PairCall[] calls, bool isInside, int departuresMax)
    {
        for (int first = 0; first < cpuCount; first++)
        {
            ScriptedChoice choice = new() { DeparturesMax = departuresMax };
            do
            {
                if (Try(calls, first, choice, isInside) is { } failure) return failure;
            }
            while (choice.Advance());
        }
        return null;
    }

    private TeamFailure? Try(
        PairCall[] calls, int first, ScriptedChoice choice, bool isInside)
    {
        Count++;
        string message;
        try
        {
            StateHash outcome = run.Execute(calls, first, choice, isInside);
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
            $"CPU {first} begins, then {string.Join(' ', choice.Chosen)}", message);
    }
}
