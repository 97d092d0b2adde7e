// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Simulation;
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Cli.Commands;

/// <summary><c>simulate</c>: drives the kernel with random events and checks after each.</summary>
public sealed class SimulateCommand
{
    private const int QuickFullEvery = 512;
    private const ulong SeedsDefault = 64;

    private readonly Workspace _workspace;
    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The first seed.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<ulong?> _events = new("--events")
    {
        Description = "Events in all; each seed gets its share.",
        HelpName = "M",
    };

    private readonly Option<ulong?> _seeds = new("--seeds")
    {
        Description = "Number of seeds.",
        HelpName = "K",
    };

    private readonly Option<string> _depth = new("--depth")
    {
        Description = "Checks: quick, full, or everything each N events and quick between.",
        HelpName = "quick|full|N",
        DefaultValueFactory = _ => "quick",
    };

    private readonly Option<SimulationMode> _mode = new("--mode")
    {
        Description = "Only that nothing bad happens, or that everybody runs in the end, too; or "
            + "that a naive scheduler agrees about workloads made for it.",
        HelpName = "safety|liveness|scheduler",
        DefaultValueFactory = _ => SimulationMode.Safety,
    };

    private readonly Option<string?> _replay = new("--replay")
    {
        Description = "Replay the events of a file and say what fails.",
        HelpName = "FILE",
    };

    private readonly Option<double?> _minutes = new("--for")
    {
        Description = "Stop after this time.",
        HelpName = "MINUTES",
    };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "Threads; all CPUs unless given.",
        HelpName = "J",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Keep the figures in a file, written every half minute.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on where the file of --json ends, and add to its figures.",
    };

    private readonly Option<bool> _oracle = new("--oracle")
    {
        Description = "Let the executable specification follow, and compare.",
    };

    private readonly Option<bool> _full = new("--full")
    {
        Description = "Fail when a coverage mark was met too rarely.",
    };

    private SimulateCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        SimulateCommand simulate = new(workspace);
        Command command = new("simulate", "Drive the kernel with random events on the host.")
        {
            simulate._seed, simulate._events, simulate._seeds, simulate._depth, simulate._mode,
            simulate._replay, simulate._minutes, simulate._jobs, simulate._json,
            simulate._resume, simulate._full, simulate._oracle,
        };
        command.SetAction((result, cancellation) =>
            Task.Run(() => simulate.Invoke(result, cancellation), CancellationToken.None));
        return command;
    }

    private int Invoke(ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_replay) is string path)
        {
            return new ReplayReport(_workspace).Run(path);
        }
        SavedFigures? saved = null;
        if (result.GetValue(_json) is string json && result.GetValue(_resume) && File.Exists(json))
        {
            saved = SavedFigures.Read(json);
        }
        CampaignOptions options = ReadOptions(result, saved);
        return new CampaignReport(_workspace, options, saved)
        {
            JsonPath = result.GetValue(_json),
            WantsAllMarks = result.GetValue(_full),
        }.Run(cancellation);
    }

    private CampaignOptions ReadOptions(ParseResult result, SavedFigures? saved)
    {
        ulong? events = result.GetValue(_events);
        ulong? seeds = result.GetValue(_seeds);
        ulong perSeed = CampaignOptions.EventsPerSeedDefault;
        if (events is not null && seeds is not null)
        {
            perSeed = Math.Clamp(events.Value / Math.Max(seeds.Value, 1), 1, 1 << 20);
        }
        double? minutes = result.GetValue(_minutes);
        bool hasOtherEnd = minutes is not null || events is not null;
        seeds ??= hasOtherEnd ? ulong.MaxValue : SeedsDefault;
        return new CampaignOptions
        {
            FirstSeed = saved?.NextSeed ?? result.GetValue(_seed),
            SeedCount = Left(seeds, saved?.Seeds),
            EventsMax = Left(events, saved?.Events),
            EventsPerSeed = (int)perSeed,
            JobCount = Math.Clamp(result.GetValue(_jobs), 1, 256),
            Mode = result.GetValue(_mode),
            WantsOracle = result.GetValue(_oracle),
            FullCheckEvery = ReadDepth(result.GetValue(_depth)!),
            TimeMax = minutes is null ? TimeSpan.MaxValue : TimeSpan.FromMinutes(minutes.Value),
        };
    }

    // What is asked for counts from the campaign's beginning.
    private static ulong Left(ulong? wanted, ulong? done) =>
        wanted is null or ulong.MaxValue ? ulong.MaxValue
            : wanted.Value - Math.Min(wanted.Value, done ?? 0);

    private static int ReadDepth(string text) => text switch
    {
        "quick" => QuickFullEvery,
        "full" => 1,
        _ when int.TryParse(text, CultureInfo.InvariantCulture, out int every) && every > 0 =>
            every,
        _ => throw new FormatException(
            $"--depth '{text}': expected quick, full or a number from 1 upward"),
    };
}
