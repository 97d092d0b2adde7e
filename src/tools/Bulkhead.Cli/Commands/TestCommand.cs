// SPDX-License-Identifier: MIT
using System.CommandLine;
using System.Diagnostics;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Commands;

/// <summary><c>test</c>: runs every test, on the host and on the target.</summary>
public sealed class TestCommand
{
    private readonly Workspace _workspace;
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only suites whose name contains a text.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> _host = new("--host")
    {
        Description = "Only tests that need no target.",
    };

    private readonly Option<bool> _target = new("--target")
    {
        Description = "Only tests on the target.",
    };

    private TestCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        TestCommand test = new(workspace);
        Command command = new("test", "Run every test, on the host and under QEMU.")
        {
            test._only, test._host, test._target,
        };
        command.SetAction((result, _) => test.InvokeAsync(result));
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult result)
    {
        string only = result.GetValue(_only) ?? "";
        TestSummary summary = new(_workspace.Output);
        _workspace.EnsureTools(ProveCommand.Solver);
        if (!result.GetValue(_target))
        {
            RunHost(summary, only);
        }

        if (!result.GetValue(_host))
        {
            await RunTargetAsync(summary, only);
        }

        // Alone on the last line, for whoever reads the log by machine.
        Console.Out.WriteLine(summary.ClosingLine);
        return summary.ExitCode;
    }

    private void RunHost(TestSummary summary, string only)
    {
        HostRunner runner = new(_workspace);
        foreach (string project in HostRunner.FindProjects(_workspace.Root))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                long started = Stopwatch.GetTimestamp();
                _workspace.Output.Step($"testing {name}");
                summary.Add(name, runner.Run(project), started);
            }
        }
    }

    private async Task RunTargetAsync(TestSummary summary, string only)
    {
        TargetRunner runner = new(_workspace);
        foreach (TargetSuite suite in TargetSuite.Find(_workspace.Root))
        {
            foreach (string script in suite.Scripts)
            {
                string name = $"{suite.Name}/{Path.GetFileNameWithoutExtension(script)}";
                if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
                {
                    long started = Stopwatch.GetTimestamp();
                    _workspace.Output.Step($"testing {name} on the target");
                    summary.Add(name, await runner.RunAsync(suite.Name, script), started);
                }
            }
        }
    }
}
