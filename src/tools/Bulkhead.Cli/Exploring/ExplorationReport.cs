// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;
using Bulkhead.Cli.Output;
using Bulkhead.Simulation.Exploration;
using Spectre.Console;

namespace Bulkhead.Cli.Exploring;

/// <summary>The table of an exploration, a line for each configuration, while it grows.</summary>
/// <param name="output">Where to.</param>
public sealed class ExplorationReport(ToolOutput output)
{
    private const string Heading =
        "configuration  depth      states    frontier   transitions  states/s  merges  result";

    private readonly List<(string Name, ExplorationResult Result)> _results = [];
    private readonly bool _isLive = !Console.IsErrorRedirected;
    private string _name = string.Empty;

    /// <summary>A configuration begins.</summary>
    /// <param name="configuration">Which.</param>
    public void Begin(ExplorationConfiguration configuration)
    {
        if (_results.Count == 0) ToolOutput.WriteLine(output.Result, Heading);
        _name = configuration.Name;
        output.Step($"{configuration.Name}: {configuration.Summary}, "
            + $"{configuration.Actions.Count} actions");
    }

    /// <summary>Shows how far it is, when somebody watches.</summary>
    /// <param name="progress">The figures.</param>
    public void Show(ExplorationProgress progress)
    {
        if (_isLive) Console.Error.Write('\r' + Line(progress, 0, "..."));
    }

    /// <summary>A configuration is done.</summary>
    /// <param name="result">How it ended.</param>
    public void End(ExplorationResult result)
    {
        if (_isLive) Console.Error.Write('\r' + new string(' ', Heading.Length) + '\r');
        _results.Add((_name, result));
        string end = result.Failure is not null ? "BROKEN" : result.IsClosed ? "closed" : "bound";
        ToolOutput.WriteLine(
            output.Result, Markup.Escape(Line(result.Progress, result.MergeCount, end)));
    }

    /// <summary>Shows the sum.</summary>
    public void Total()
    {
        long states = _results.Sum(entry => entry.Result.Progress.States);
        long transitions = _results.Sum(entry => entry.Result.Progress.Transitions);
        double seconds = _results.Sum(entry => entry.Result.Progress.Elapsed.TotalSeconds);
        int broken = _results.Count(entry => entry.Result.Failure is not null);
        ToolOutput.WriteLine(output.Result, string.Create(
            CultureInfo.InvariantCulture,
            $"{states:N0} distinct states, {transitions:N0} transitions, {broken} broken, "
            + $"{seconds:F0} s"));
    }

    /// <summary>The figures as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonSerializer.Serialize(_results.Select(entry => new
    {
        entry.Name,
        entry.Result.Progress.Depth,
        entry.Result.Progress.States,
        entry.Result.Progress.Transitions,
        Seconds = entry.Result.Progress.Elapsed.TotalSeconds,
        entry.Result.MergeCount,
        entry.Result.IsClosed,
        Broken = entry.Result.Failure?.Message,
    }));

    private string Line(ExplorationProgress progress, long merges, string end) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_name,-13}  {progress.Depth,5}  {progress.States,10:N0}  {progress.Frontier,10:N0}  "
        + $"{progress.Transitions,12:N0}  {progress.StatesPerSecond,8:N0}  {merges,6:N0}  {end}");
}
