// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Seeding;
using Bulkhead.Seeding.Bugs;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>reseed</c>: puts historical bugs into the kernel one at a time and says who notices
/// them.</summary>
public sealed class ReseedCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private readonly Workspace _workspace;
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only the bug of this name.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Write the results to a file, too.",
        HelpName = "FILE",
    };

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "Seeds at most for each bug.",
        HelpName = "K",
        DefaultValueFactory = _ => SeedPlan.Default.SeedCount,
    };

    private readonly Option<bool> _full = new("--full")
    {
        Description = "Check everything after each event; else what the event can have changed.",
    };

    private readonly Option<string?> _page = new("--page")
    {
        Description = "Only write the page of invariants to a file.",
        HelpName = "FILE",
    };

    private ReseedCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        ReseedCommand reseed = new(workspace);
        Command command = new(
            "reseed", "Put historical bugs into the kernel, one at a time, and see them noticed.")
        {
            reseed._only, reseed._json, reseed._seeds, reseed._full, reseed._page,
        };
        command.SetAction(result => reseed.Invoke(result));
        return command;
    }

    private int Invoke(ParseResult result)
    {
        try
        {
            if (result.GetValue(_page) is not string page) return Run(result);
            File.WriteAllText(page, InvariantPage.Write());
            return ExitCode.Good;
        }
        catch (SeedingException exception)
        {
            _workspace.Output.Fail(exception.Message);
            return ExitCode.BadInput;
        }
    }

    private int Run(ParseResult result)
    {
        string? only = result.GetValue(_only);
        IReadOnlyList<SeededBug> bugs = only is null ? BugCatalogue.All : [BugCatalogue.Find(only)];
        SeedPlan plan = SeedPlan.Default with
        {
            SeedCount = result.GetValue(_seeds), IsFull = result.GetValue(_full),
        };
        Reseeding reseeding = new(new KernelSource(_workspace.Root), plan);
        _workspace.Output.Step("the kernel as it is");
        Detection sound = reseeding.RunSound();
        if (sound.IsNoticed)
        {
            _workspace.Output.Fail(
                $"the kernel without a seeded bug: seed {sound.Seed}: {sound.Message}");
            return ExitCode.Failed;
        }
        IReadOnlyList<Detection> found = reseeding.Run(bugs, Tell);
        _workspace.Output.Result.Write(MakeTable(bugs, found));
        if (result.GetValue(_json) is string path) WriteJson(path, bugs, found);
        int count = found.Count(detection => detection.IsNoticed);
        ToolOutput.WriteLine(_workspace.Output.Result,
            $"{count} of {bugs.Count} seeded bugs noticed; "
            + $"{sound.EventCount} events without one.");
        return count == bugs.Count ? ExitCode.Good : ExitCode.Failed;
    }

    private void Tell(SeededBug bug, Detection found) => _workspace.Output.Step(
        found.IsNoticed ? $"{bug.Name}: {found.Message}" : $"{bug.Name} survives");

    private static Table MakeTable(
        IReadOnlyList<SeededBug> bugs, IReadOnlyList<Detection> found)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("bug", "class", "noticed by", "seed", "events", "seconds");
        for (int index = 0; index < bugs.Count; index++)
        {
            Detection one = found[index];
            table.AddRow(
                bugs[index].Name, Markup.Escape(bugs[index].Class),
                one.IsNoticed ? one.Names : "[red]nobody[/]",
                one.IsNoticed ? one.Seed.ToString(CultureInfo.InvariantCulture) : "-",
                one.EventCount.ToString("N0", CultureInfo.InvariantCulture),
                one.Seconds.ToString("F2", CultureInfo.InvariantCulture));
        }
        return table;
    }

    private static void WriteJson(
        string path, IReadOnlyList<SeededBug> bugs, IReadOnlyList<Detection> found)
    {
        var rows = bugs.Zip(found, (bug, one) => new
        {
            bug.Name, bug.Class, one.IsNoticed, Invariants = one.Numbers, one.Seed,
            one.EventCount, one.Seconds, one.Message,
        });
        File.WriteAllText(path, JsonSerializer.Serialize(rows, s_json));
    }
}
