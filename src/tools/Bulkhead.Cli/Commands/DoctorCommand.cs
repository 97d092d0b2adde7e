// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Text.RegularExpressions;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Packages;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>doctor</c>: says what the machine has, what lacks, and what to do.</summary>
public static partial class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        Option<bool> install = new("--install")
        {
            Description = "Install what lacks (as root).",
        };
        Command command = new("doctor", "Say what this machine has and what lacks.") { install };
        command.SetAction(result =>
        {
            if (result.GetValue(install))
            {
                new HostTools(workspace.Runner, workspace.Output).Ensure(HostTool.All);
            }

            return Examine(workspace);
        });
        return command;
    }

    private static int Examine(Workspace workspace)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("program", "what for", "version", "Debian package");
        table.AddRow("dotnet", "builds", Environment.Version.ToString(), "");
        foreach (HostTool tool in HostTool.All)
        {
            table.AddRow(tool.Program, Markup.Escape(tool.Purpose), Version(workspace, tool),
                tool.Package);
        }

        foreach (string package in new[] { "linux-image-cloud-arm64", "busybox-static" })
        {
            table.AddRow(package, "guest of the first system",
                workspace.Packages.IsCached(package) ? "cached" : "fetched when needed", "");
        }

        workspace.Output.Result.Write(table);
        return Advise(workspace);
    }

    private static int Advise(Workspace workspace)
    {
        IReadOnlyList<string> needed = HostTools.MissingPackages(
            HostTool.All.Where(tool => !tool.IsOptional), HostTools.Locate);
        IReadOnlyList<string> all = HostTools.MissingPackages(HostTool.All, HostTools.Locate);
        if (all.Count > 0)
        {
            ToolOutput.WriteLine(workspace.Output.Result, Markup.Escape(
                $"Type: {HostTools.InstallCommand(all)}"));
        }

        ToolOutput.WriteLine(workspace.Output.Result, needed.Count == 0
            ? "[green]Everything that is needed is here.[/]"
            : "[yellow]Some programs lack; as root, ./bulkhead installs them by itself.[/]");
        return needed.Count == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static string Version(Workspace workspace, HostTool tool)
    {
        if (HostTools.Locate(tool.Program) is null)
        {
            return tool.IsOptional ? "[yellow]not installed[/]" : "[red]not installed[/]";
        }

        CommandResult result = workspace.Runner.Run(tool.Program, ["--version"]);
        Match version = VersionNumber().Match(result.Output);
        return version.Success ? Markup.Escape(version.Value) : "installed";
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+(\.[0-9]+)*")]
    private static partial Regex VersionNumber();
}
