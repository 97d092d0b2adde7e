// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Coverage;
using Bulkhead.Cli.Output;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>coverage</c>: measures which lines and branches of the kernel core its host tests
/// reach.</summary>
public sealed class CoverageCommand
{
    /// <summary>Least share of lines.</summary>
    public const double LineShareMin = 1.0;

    /// <summary>Least share of branches.</summary>
    public const double BranchShareMin = 0.98;

    private readonly Workspace _workspace;

    private CoverageCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        CoverageCommand coverage = new(workspace);
        Command command = new(
            "coverage", "Measure which lines and branches of the kernel core its tests reach.");
        command.SetAction(_ => coverage.Invoke());
        return command;
    }

    private int Invoke()
    {
        CoverageRunner runner = new(_workspace);
        CoverageReport report = runner.Run();
        _workspace.Output.Result.Write(CoverageTable.Of(report));
        foreach (string gap in CoverageTable.Gaps(report))
        {
            ToolOutput.WriteLine(_workspace.Output.Result, Markup.Escape(gap));
        }

        _workspace.Output.Step($"the whole report lies in {Workspace.Display(runner.Folder)}");
        return Judge(report);
    }

    private int Judge(CoverageReport report)
    {
        bool isGood = report.LineShare >= LineShareMin && report.BranchShare >= BranchShareMin;
        string figures = $"lines {CoverageTable.Percent(report.LineShare)} %, "
            + $"branches {CoverageTable.Percent(report.BranchShare)} %";
        if (isGood)
        {
            _workspace.Output.Step($"reached: {figures}");
            return ExitCode.Good;
        }

        _workspace.Output.Fail(
            $"reached: {figures}; wanted are {CoverageTable.Percent(LineShareMin)} % and "
            + $"{CoverageTable.Percent(BranchShareMin)} %: write a test for the places named above,"
            + " or remove what nothing can reach");
        return ExitCode.Failed;
    }
}
