// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Output;
using Bulkhead.Simulation.Exploration.Pairs;
using Spectre.Console;

namespace Bulkhead.Cli.Exploring;

/// <summary>How far the exploration of pairs is, and what it found.</summary>
/// <param name="output">Where to.</param>
public sealed class PairReport(ToolOutput output)
{
    private readonly bool _isLive = !Console.IsErrorRedirected;

    /// <summary>Shows how far it is, when somebody watches.</summary>
    /// <param name="progress">The figures.</param>
    public void Show(PairProgress progress)
    {
        if (_isLive) Console.Error.Write('\r' + Line(progress));
    }

    /// <summary>Shows how it ended.</summary>
    /// <param name="progress">The figures.</param>
    /// <param name="failures">What is broken.</param>
    public void End(PairProgress progress, IReadOnlyList<PairFailure> failures)
    {
        if (_isLive) Console.Error.WriteLine();
        foreach (PairFailure failure in failures)
        {
            string schedule = failure.Schedule.Length == 0 ? "no preemption" : failure.Schedule;
            output.Fail($"{failure.First} | {failure.Second}: {failure.Message}; {schedule}");
        }

        ToolOutput.WriteLine(
            output.Result, Markup.Escape($"{Line(progress)}, {failures.Count} broken"));
    }

    private static string Line(PairProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Done:N0} of {progress.Total:N0} pairs "
        + $"({100.0 * progress.Done / Math.Max(1, progress.Total):F0} %), "
        + $"{progress.Schedules:N0} schedules, {progress.Elapsed.TotalSeconds:F0} s");
}
