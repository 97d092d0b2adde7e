// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Description;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>build</c>: makes the one bootable file.</summary>
public static class BuildCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        SystemArgument system = new();
        Option<string?> output = new("--output", "-o")
        {
            Description = "Where the bootable file goes; artifacts/systems when left out.",
            HelpName = "FILE",
        };
        Command command = new("build", "Build one bootable file from a system description.")
        {
            system.Argument, output,
        };
        command.SetAction(result =>
        {
            BuiltSystem built = new SystemBuilder(workspace) { ShowsGates = true }
                .Build(system.PathIn(result, workspace), result.GetValue(output));
            string size = SizeText.Format((ulong)new FileInfo(built.BootFile).Length);
            ToolOutput.WriteLine(workspace.Output.Result,
                Markup.Escape($"{Workspace.Display(built.BootFile)} ({size})"));
            return ExitCode.Good;
        });
        return command;
    }
}
