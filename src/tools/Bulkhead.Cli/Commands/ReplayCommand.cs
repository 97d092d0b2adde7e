// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Replaying;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Commands;

/// <summary><c>replay</c>: the same events in the simulation and on the target.</summary>
public sealed class ReplayCommand
{
    private readonly Workspace _workspace;
    private readonly Option<int> _traces = new("--traces")
    {
        Description = "How many traces both worlds replay.",
        HelpName = "N",
        DefaultValueFactory = _ => 100,
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
        HelpName = "N",
        DefaultValueFactory = _ => TraceGenerator.DefaultEvents,
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
            replay._traces, replay._seed, replay._events,
        };
        command.SetAction((result, _) => replay.InvokeAsync(result));
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult result)
    {
        ReplaySystem system = ReplaySystem.Build(_workspace);
        ReplayRunner runner = new(system);
        long started = Stopwatch.GetTimestamp();
        int equal = 0;
        long events = 0;
        for (int index = 0; index < result.GetValue(_traces); index++)
        {
            ulong seed = result.GetValue(_seed) + (ulong)index;
            ReplayTrace trace = TraceGenerator.Generate(
                system.Tables, system.Follower, seed, result.GetValue(_events));
            events += trace.Steps.Count;
            string? difference = await runner.CompareAsync(trace);
            if (difference is null) equal++;
            else _workspace.Output.Fail($"seed {seed}: {difference}");
        }
        Console.WriteLine($"{equal} equal, {events} events, {Stopwatch.GetElapsedTime(started)}");
        return equal == result.GetValue(_traces) ? ExitCode.Good : ExitCode.Failed;
    }
}
