// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Creating;
using Bulkhead.Cli.Output;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>new</c>: begins something of the user's own.</summary>
public static class NewCommand
{
    private static readonly string[] s_tiers = ["0", "1", "2"];

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        Command command = new("new", "Begin something of your own.") { Partition(workspace) };
        return command;
    }

    private static Command Partition(Workspace workspace)
    {
        Argument<string> name = new("NAME")
        {
            Description = "Name of the partition: lower-case letters, digits, - and _.",
        };
        Option<string> tier = new("--tier")
        {
            Description = "1: classes, exceptions and collections over scopes; 2: over a heap "
                + "that is collected; 0: no heap.",
            HelpName = "0|1|2",
            DefaultValueFactory = _ => s_tiers[1],
        };
        tier.AcceptOnlyFromAmong(s_tiers);
        Option<string?> output = new("--output", "-o")
        {
            Description = "Folder for everything; the tree's partitions/ and systems/ when left "
                + "out.",
            HelpName = "FOLDER",
        };
        Command command = new(
            "partition", "Make a C# partition with tests and a system that runs it.")
        {
            name, tier, output,
        };
        command.SetAction(result => Make(workspace, PartitionPlan.Make(
            result.GetRequiredValue(name),
            Array.IndexOf(s_tiers, result.GetRequiredValue(tier)),
            workspace.Root,
            result.GetValue(output))));
        return command;
    }

    private static int Make(Workspace workspace, PartitionPlan plan)
    {
        IReadOnlyList<string> made = new PartitionCreator(workspace, plan).Create();
        IAnsiConsole console = workspace.Output.Result;
        foreach (string path in made)
            ToolOutput.WriteLine(console, Markup.Escape($"made {Workspace.Display(path)}"));
        if (plan.IsListed) ToolOutput.WriteLine(console, $"added to {SolutionFile.Name}");
        string tests = Workspace.Display(plan.TestsFolder);
        ToolOutput.WriteLine(console, "");
        ToolOutput.WriteLine(console, "Next:");
        ToolOutput.WriteLine(console, Markup.Escape($"  dotnet test {tests}"));
        ToolOutput.WriteLine(console, Markup.Escape($"  ./bulkhead run {plan.System}"));
        return ExitCode.Good;
    }
}
