// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Replaying;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Replay;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>replay</c>: the same events in the simulation and on the target.</summary>
public sealed class ReplayCommand
{
    private readonly Workspace _workspace;
    private readonly Argument<string?> _file = new("trace")
    {
        Description = "A trace to replay on the host, or a failure of `simulate` to replay in "
            + "both worlds; generated traces in both worlds if none.",
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

    private readonly Option<int?> _events = new("--events")
    {
        Description = $"Most events of a trace ({TraceGenerator.DefaultEvents}), or of a "
            + $"simulation's list ({CampaignOptions.EventsPerSeedDefault}).",
        HelpName = "M",
    };

    private readonly Option<bool> _simulation = new("--simulation")
    {
        Description = "Replay the events of `simulate` with the same seeds.",
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
            replay._file, replay._simulation, replay._traces, replay._seed, replay._events,
            replay._breakAt, replay._target, replay._record,
        };
        command.SetAction((result, cancellation) => replay.InvokeAsync(result, cancellation));
        return command;
    }

    private Task<int> InvokeAsync(ParseResult result, CancellationToken cancellation)
    {
        bool isSimulation = result.GetValue(_simulation);
        int events = result.GetValue(_events) ?? (isSimulation
            ? CampaignOptions.EventsPerSeedDefault : TraceGenerator.DefaultEvents);
        if (events < 1 || (events >= ReplayLayout.EventsMax && !isSimulation))
        {
            throw new FormatException($"--events is 1 to {ReplayLayout.EventsMax - 1}");
        }
        if (result.GetValue(_traces) < 1) throw new FormatException("--traces is at least 1");
        ulong seed = result.GetValue(_seed);
        if (result.GetValue(_record) is string recorded)
        {
            return RecordAsync(result, recorded, seed, events);
        }
        if (result.GetValue(_file) is string file) return ReplayFileAsync(result, file);
        int traces = result.GetValue(_traces);
        ulong[] seeds = isSimulation ? [.. SimulationList.SeedsFrom(seed).Take(traces)] : [];
        return ReplayManyAsync(
            traces,
            isSimulation
                ? (campaign, index) => campaign.RunAsync(
                    SimulationList.Draw(seeds[index], events))
                : (campaign, index) => campaign.RunAsync(seed + (ulong)index, events),
            cancellation);
    }

    private async Task<int> RecordAsync(ParseResult result, string file, ulong seed, int events)
    {
        ReplayRunner runner = new(ReplaySystem.Build(_workspace), Folder);
        ReplayTrace trace = await runner.RecordAsync(seed, events);
        await File.WriteAllTextAsync(file, TraceText.Format(trace));
        ToolOutput.WriteLine(_workspace.Output.Result, Markup.Escape(
            $"{trace.Steps.Count} events of the target in {Workspace.Display(file)}"));
        return await ReplayFileAsync(result, file);
    }

    private async Task<int> ReplayFileAsync(ParseResult result, string file)
    {
        string text = await File.ReadAllTextAsync(file);
        if (FailureFile.IsFailure(text))
        {
            SimulationList list = SimulationList.Of(FailureFile.Parse(text));
            return await ReplayManyAsync(
                1, (campaign, _) => campaign.RunAsync(list), CancellationToken.None);
        }
        ReplayTrace trace = TraceText.Parse(text);
        if (result.GetValue(_breakAt) is int at && (at < 0 || at >= trace.Steps.Count))
        {
            throw new FormatException($"--break-at is 0 to {trace.Steps.Count - 1}");
        }
        string? difference = TraceReplay.Run(
            trace, result.GetValue(_breakAt), _workspace.Output.Step);
        if (difference is null && result.GetValue(_target))
        {
            difference = await new ReplayRunner(ReplaySystem.Build(_workspace), Folder)
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

    private async Task<int> ReplayManyAsync(
        int count, Func<ReplayCampaign, int, Task<string?>> replay,
        CancellationToken cancellation)
    {
        ReplayCampaign campaign = new(ReplaySystem.Build(_workspace), Folder);
        Stopwatch watch = Stopwatch.StartNew();
        await _workspace.Output.Error.Progress().StartAsync(async context =>
        {
            ProgressTask task = context.AddTask("traces in both worlds", maxValue: count);
            for (int index = 0; index < count && !cancellation.IsCancellationRequested; index++)
            {
                string? difference = await replay(campaign, index);
                if (difference is not null)
                {
                    _workspace.Output.Fail($"seed {campaign.LastSeed}: {difference}");
                }
                task.Increment(1);
            }
        });
        ReplayReport.Show(_workspace.Output.Result, campaign, watch.Elapsed);
        return campaign.Equal == count ? ExitCode.Good : ExitCode.Failed;
    }

    private string Folder => Path.Combine(_workspace.Artifacts, "replay");
}
