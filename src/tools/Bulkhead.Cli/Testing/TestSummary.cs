// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using Bulkhead.Cli.Output;
using Spectre.Console;

namespace Bulkhead.Cli.Testing;

/// <summary>Shows tests as they end, and sums them up.</summary>
/// <param name="output">What the tool says.</param>
public sealed class TestSummary(ToolOutput output)
{
    private int _passedCount;
    private int _failedCount;

    /// <summary>The closing line: <c>N passed, N failed</c>.</summary>
    public string ClosingLine => string.Create(
        CultureInfo.InvariantCulture, $"{_passedCount} passed, {_failedCount} failed");

    /// <summary>What the tool ends with.</summary>
    public int ExitCode => _failedCount == 0 && _passedCount > 0
        ? Output.ExitCode.Good : Output.ExitCode.Failed;

    /// <summary>Adds a suite and shows it.</summary>
    /// <param name="suite">Its name.</param>
    /// <param name="outcomes">Its tests.</param>
    /// <param name="started">Stopwatch timestamp at which it began.</param>
    public void Add(string suite, IReadOnlyList<TestOutcome> outcomes, long started)
    {
        int passed = outcomes.Count(outcome => outcome.IsPassed);
        int failed = outcomes.Count - passed;
        _passedCount += passed;
        _failedCount += failed;
        string verdict = failed == 0 ? "[green]passed[/]" : "[red]failed[/]";
        string seconds = Stopwatch.GetElapsedTime(started).TotalSeconds
            .ToString("0.0", CultureInfo.InvariantCulture);
        ToolOutput.WriteLine(output.Result,
            $"{verdict} {Markup.Escape(suite)}: {passed} passed, {failed} failed in {seconds} s");
        foreach (TestOutcome outcome in outcomes.Where(outcome => outcome is
            { IsPassed: true, IsShown: true }))
        {
            ToolOutput.WriteLine(output.Result, "  " + Markup.Escape(outcome.Detail.TrimEnd()));
        }

        foreach (TestOutcome outcome in outcomes.Where(outcome => !outcome.IsPassed))
        {
            ToolOutput.WriteLine(output.Result, $"  [red]✗[/] {Markup.Escape(outcome.Name)}");
            foreach (string line in outcome.Detail.Split('\n'))
            {
                ToolOutput.WriteLine(output.Result, "      " + Markup.Escape(line.TrimEnd()));
            }
        }
    }
}
