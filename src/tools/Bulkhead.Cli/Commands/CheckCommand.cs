// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>check</c>: tells every error of descriptions, shows their schedules, builds
/// nothing.</summary>
public static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        Argument<string[]> files = new("system.yaml")
        {
            Description = "System descriptions, or names of some in systems/; systems/first.yaml "
                + "when left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Command command = new(
            "check", "Tell every error of system descriptions, and show their schedules.")
        {
            files,
        };
        command.SetAction(result =>
        {
            string[] paths = result.GetValue(files) is { Length: > 0 } given
                ? [.. given.Select(path => SystemArgument.Resolve(path, workspace))]
                : [Workspace.Display(Path.Combine(workspace.Root, "systems/first.yaml"))];
            return paths.Max(path => Check(workspace, path));
        });
        return command;
    }

    private static int Check(Workspace workspace, string path)
    {
        try
        {
            SystemBuilder builder = new(workspace);
            SystemModel model = builder.Read(path);
            builder.CheckParts(model);
            ToolOutput.WriteLine(workspace.Output.Result, Markup.Escape(
                $"{path}: good, {model.Partitions.Count} partitions"));
            foreach (string line in new ScheduleTimeline(model).Draw())
            {
                ToolOutput.WriteLine(workspace.Output.Result, Markup.Escape(line));
            }

            return ExitCode.Good;
        }
        catch (BuildFailedException e)
        {
            return e.ExitCode;
        }
    }
}
