// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Exploring;
using Bulkhead.Cli.Output;
using Bulkhead.Seeding;
using Bulkhead.Simulation.Exploration;
using Bulkhead.Simulation.Exploration.Configurations;
using Bulkhead.Simulation.Exploration.Pairs;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>explore</c>: every state of small systems, on the kernel as it ships.</summary>
public sealed class ExploreCommand
{
    private const int TeamCpusMax = 3;

    private readonly Workspace _workspace;
    private readonly Option<string[]> _names = new("--config")
    {
        Description = "Explore only these configurations.",
        HelpName = "NAME",
    };

    private readonly Option<int?> _statesMax = new("--states-max")
    {
        Description = "Most distinct states of each configuration.",
        HelpName = "N",
    };

    private readonly Option<int?> _depthMax = new("--depth-max")
    {
        Description = "Most events from each configuration's first state.",
        HelpName = "D",
    };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "Host threads.",
        HelpName = "J",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Write the figures as JSON, too.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _pairs = new("--pairs")
    {
        Description = "Make every pair of hypercalls under every schedule with few preemptions.",
    };

    private readonly Option<int> _preemptionsMax = new("--preemptions")
    {
        Description = "Preemptions of a schedule of a pair.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only pairs of calls whose names contain this, or one of A,B.",
        HelpName = "TEXT",
    };

    private readonly Option<int?> _cpus = new("--cpus")
    {
        Description = "Pairs on this many CPUs only: 1, 2 or 3.",
        HelpName = "N",
    };

    private readonly Option<int> _sampleOf = new("--sample")
    {
        Description = "On several CPUs, one of so many pairs.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _replay = new("--replay")
    {
        Description = "Go the way of a kept failure again.",
        HelpName = "FILE",
    };

    private ExploreCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        ExploreCommand explore = new(workspace);
        Command command = new("explore", "Meet every state of small systems.")
        {
            explore._names, explore._statesMax, explore._depthMax, explore._jobs, explore._json,
            explore._pairs, explore._preemptionsMax, explore._only, explore._cpus,
            explore._sampleOf, explore._replay,
        };
        command.SetAction(explore.Invoke);
        return command;
    }

    private int Invoke(ParseResult result)
    {
        if (result.GetValue(_replay) is string kept)
        {
            return new FailureReplay(_workspace.Output).Run(kept) ? ExitCode.Good : ExitCode.Failed;
        }

        if (result.GetValue(_pairs))
        {
            int? cpus = result.GetValue(_cpus);
            bool isSound = cpus is not (null or 1) || ExplorePairs(result);
            for (int count = 2; count <= TeamCpusMax; count++)
            {
                if (cpus is null || cpus == count) isSound &= ExploreTeams(result, count);
            }
            return isSound ? ExitCode.Good : ExitCode.Failed;
        }

        ExplorationReport report = new(_workspace.Output);
        bool isGood = true;
        foreach (ExplorationConfiguration configuration in Chosen(result))
        {
            ExplorationBounds bounds = new(
                result.GetValue(_statesMax) ?? configuration.StatesMax,
                result.GetValue(_depthMax) ?? configuration.DepthMax,
                Math.Max(1, result.GetValue(_jobs)));
            report.Begin(configuration);
            Explorer explorer = new(configuration, bounds) { Report = report.Show };
            isGood &= Explore(explorer, report);
        }

        report.Total();
        if (result.GetValue(_json) is string path) File.WriteAllText(path, report.ToJson());
        return isGood ? ExitCode.Good : ExitCode.Failed;
    }

    private bool ExplorePairs(ParseResult result)
    {
        string only = result.GetValue(_only) ?? string.Empty;
        PairReport report = new(_workspace.Output);
        PairExplorer explorer = new(
            [.. PairCalls.All.Where(call => call.IsNamed(only))],
            result.GetValue(_preemptionsMax), Math.Max(1, result.GetValue(_jobs)))
        {
            Report = report.Show,
        };
        IReadOnlyList<PairFailure> failures = explorer.Run();
        report.End(explorer.Progress, failures);
        return failures.Count == 0;
    }

    // From the kernel's source: each of its atomic accesses is an ordering point there.
    private bool ExploreTeams(ParseResult result, int cpuCount)
    {
        bool isLive = !Console.IsErrorRedirected;
        using OrderedRuns runs = new(new KernelSource(_workspace.Root), null)
        {
            Workers = Math.Max(1, result.GetValue(_jobs) / 2),
            Report = line =>
            {
                if (isLive) Console.Error.Write('\r' + line);
            },
        };
        IReadOnlyList<string> lines = runs.Explore(
            cpuCount, result.GetValue(_preemptionsMax), Math.Max(1, result.GetValue(_sampleOf)),
            result.GetValue(_only) ?? string.Empty);
        if (isLive) Console.Error.WriteLine();
        foreach (string failure in lines.Skip(1)) _workspace.Output.Fail(failure);
        ToolOutput.WriteLine(
            _workspace.Output.Result, Markup.Escape($"{lines[0]}, {lines.Count - 1} broken"));
        return lines.Count == 1;
    }

    private bool Explore(Explorer explorer, ExplorationReport report)
    {
        try
        {
            ExplorationResult outcome = explorer.Run();
            report.End(outcome);
            if (outcome.Failure is not { } failure) return true;
            Tell(failure);
        }
        catch (ExplorationException e)
        {
            _workspace.Output.Fail(e.Message);
        }

        return false;
    }

    private IEnumerable<ExplorationConfiguration> Chosen(ParseResult result)
    {
        string[] names = result.GetValue(_names) ?? [];
        foreach (string name in names)
        {
            if (ExplorationConfigurations.All.Any(known => known.Name == name)) continue;
            throw new FormatException($"no configuration '{name}'; there are "
                + string.Join(", ", ExplorationConfigurations.All.Select(known => known.Name)));
        }

        return ExplorationConfigurations.All
            .Where(known => names.Length == 0 || names.Contains(known.Name));
    }

    private void Tell(ExplorationFailure failure)
    {
        string path = Path.Combine(
            _workspace.Artifacts, "explore", $"{failure.Configuration}.events");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, FailureText.Lines(failure));
        _workspace.Output.Fail($"{failure.Configuration}: {failure.Message}");
        foreach (string line in FailureText.Lines(failure))
        {
            ToolOutput.WriteLine(_workspace.Output.Error, Markup.Escape(line));
        }

        _workspace.Output.Step($"kept in {Workspace.Display(path)}");
    }
}
