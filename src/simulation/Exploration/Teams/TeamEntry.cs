// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>Where a tool that loads a kernel of its own enters: with nothing but types of the
/// framework.</summary>
public static class TeamEntry
{
    /// <summary>Explores hypercalls on several CPUs.</summary>
    /// <param name="cpuCount">CPUs.</param>
    /// <param name="preemptionsMax">Preemptions of a schedule.</param>
    /// <param name="sampleOf">Of so many choices of calls one is explored.</param>
    /// <param name="workers">Host threads.</param>
    /// <param name="only">Only calls whose names contain this.</param>
    /// <param name="report">Told how far it is.</param>
    /// <returns>The figures, then a line for each failure.</returns>
    public static string[] Execute(
        int cpuCount, int preemptionsMax, int sampleOf, int workers, string only,
        Action<string> report)
    {
        IReadOnlyList<PairCall> calls = cpuCount > 2 ? TeamCalls.Few : TeamCalls.All;
        TeamExplorer explorer = new(
            [.. calls.Where(call => call.IsNamed(only))],
            cpuCount, preemptionsMax)
        {
            SampleOf = sampleOf, Workers = workers, Report = report,
        };
        IReadOnlyList<TeamFailure> failures = explorer.Run();
        return
        [
            explorer.Summary + (KernelOrdering.IsThere ? "" : ", no points inside the kernel"),
            .. failures.Select(one => $"{one.Calls}: {one.Message}; {one.Schedule}"),
        ];
    }
}
