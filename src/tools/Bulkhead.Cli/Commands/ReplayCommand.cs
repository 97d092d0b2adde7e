// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Replaying;
using Bulkhead.Simulation.Replay;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>replay</c>: the same events in the simulation and on the target.</summary>
public sealed class ReplayCommand
{
    private readonly Workspace _workspace;
    private readonly Argument<string?> _file = new("trace")
    {
        Description = "A trace to replay on the host; generated traces in both worlds if none.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _traces = new("--traces")
    {
        Description = "How many generated traces both worlds replay.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of the first trace; each further one has the next.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _events = new("--events")
    {
        Description = "Most events of a trace.",
        HelpName = "M",
        DefaultValueFactory = _ => TraceGenerator.DefaultEvents,
    };

    private readonly Option<int?> _breakAt = new("--break-at")
    {
        Description = "Stop in a .NET debugger before event K of the trace.",
        HelpName = "K",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Let the target draw the events, and keep the trace.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _target = new("--target")
    {
        Description = "Replay the trace on the target, too.",
    };

    private ReplayCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        ReplayCommand replay = new(workspace);
        Command command = new(
            "replay", "Run the same events in the simulation and under QEMU, and compare.")
        {
            replay._file, replay._traces, replay._seed, replay._events, replay._breakAt,
            replay._target, replay._record,
        };
        command.SetAction((result, cancellation) => replay.InvokeAsync(result, cancellation));
        return command;
    }

    private Task<int> InvokeAsync(ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_events) is < 1 or >= ReplayLayout.EventsMax)
        {
            throw new FormatException($"--events is 1 to {ReplayLayout.EventsMax - 1}");
        }
        if (result.GetValue(_traces) < 1) throw new FormatException("--traces is at least 1");
        if (result.GetValue(_record) is string recorded) return RecordAsync(result, recorded);
        return result.GetValue(_file) is string file ? ReplayFileAsync(result, file)
            : ReplayGeneratedAsync(result, cancellation);
    }

    private async Task<int> RecordAsync(ParseResult result, string file)
    {
        ReplayRunner runner = new(ReplaySystem.Build(_workspace));
        ReplayTrace trace = await runner.RecordAsync(
            result.GetValue(_seed), result.GetValue(_events));
        await File.WriteAllTextAsync(file, TraceText.Format(trace));
        ToolOutput.WriteLine(_workspace.Output.Result, Markup.Escape(
            $"{trace.Steps.Count} events of the target in {Workspace.Display(file)}"));
        return await ReplayFileAsync(result, file);
    }

    private async Task<int> ReplayFileAsync(ParseResult result, string file)
    {
        ReplayTrace trace = TraceText.Parse(await File.ReadAllTextAsync(file));
        if (result.GetValue(_breakAt) is int at && (at < 0 || at >= trace.Steps.Count))
        {
            throw new FormatException($"--break-at is 0 to {trace.Steps.Count - 1}");
        }
        string? difference = TraceReplay.Run(
            trace, result.GetValue(_breakAt), _workspace.Output.Step);
        if (difference is null && result.GetValue(_target))
        {
            difference = await new ReplayRunner(ReplaySystem.Build(_workspace))
                .CompareAsync(trace);
        }
        if (difference is not null)
        {
            _workspace.Output.Fail(difference);
            return ExitCode.Failed;
        }
        ToolOutput.WriteLine(
            _workspace.Output.Result, $"{trace.Steps.Count} events, all as in the trace");
        return ExitCode.Good;
    }

    private async Task<int> ReplayGeneratedAsync(
        ParseResult result, CancellationToken cancellation)
    {
        int count = result.GetValue(_traces);
        ReplayCampaign campaign = new(
            ReplaySystem.Build(_workspace), Path.Combine(_workspace.Artifacts, "replay"));
        Stopwatch watch = Stopwatch.StartNew();
        await _workspace.Output.Error.Progress().StartAsync(async context =>
        {
            ProgressTask task = context.AddTask("traces in both worlds", maxValue: count);
            for (int index = 0; index < count && !cancellation.IsCancellationRequested; index++)
            {
                ulong seed = result.GetValue(_seed) + (ulong)index;
                string? difference =
                    await campaign.RunAsync(seed, result.GetValue(_events));
                if (difference is not null) _workspace.Output.Fail($"seed {seed}: {difference}");
                task.Increment(1);
            }
        });
        Show(campaign, watch.Elapsed);
        return campaign.Equal == count ? ExitCode.Good : ExitCode.Failed;
    }

    private void Show(ReplayCampaign campaign, TimeSpan elapsed)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("traces", "events", "equal hashes", "different", "seconds");
        table.AddRow(
            Text(campaign.Traces), Text(campaign.Events), Text(campaign.Equal),
            Text(campaign.Traces - campaign.Equal),
            elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        _workspace.Output.Result.Write(table);
    }

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
