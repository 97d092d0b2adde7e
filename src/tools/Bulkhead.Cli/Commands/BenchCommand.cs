// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Benchmarks;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Qemu;
using Bulkhead.Integration.Packages;
using Bulkhead.Toolchain;
using Bulkhead.Toolchain.Sizes;
using Spectre.Console;

namespace Bulkhead.Cli.Commands;

/// <summary><c>bench</c>: counts instructions and holds them against budgets and peers.</summary>
public sealed class BenchCommand
{
    private const int TableWidth = 200;

    private static readonly string[] s_others =
        ["bench-cpus", "bench-threads", "bench-longest", "bench-managed"];

    private readonly Workspace _workspace;
    private readonly SystemArgument _system = new("systems/bench.yaml");
    private readonly Option<string?> _json = new("--json")
    {
        Description = "Write the figures as JSON, too.",
        HelpName = "FILE",
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Most seconds that the bench may take.",
        HelpName = "S",
        DefaultValueFactory = _ => 600,
    };

    private readonly Option<bool> _sizes = new("--sizes")
    {
        Description = "Count the bytes that each feature of the language adds; run nothing.",
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "With --sizes: only features whose name or title contains the text.",
        HelpName = "TEXT",
    };

    private BenchCommand(Workspace workspace) => _workspace = workspace;

    /// <summary>Makes the command.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The command.</returns>
    public static Command Create(Workspace workspace)
    {
        BenchCommand bench = new(workspace);
        Command command = new("bench", "Count instructions, beside budgets and peers.")
        {
            bench._system.Argument, bench._json, bench._timeout, bench._sizes, bench._only,
        };
        command.SetAction((result, _) => bench.InvokeAsync(result));
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult result)
    {
        if (result.GetValue(_sizes))
        {
            return ShowSizes(result.GetValue(_only) ?? "");
        }

        TimeSpan timeout = TimeSpan.FromSeconds(result.GetValue(_timeout));
        List<BenchReader> readers = [
            await MeasureAsync(_system.PathIn(result, _workspace), timeout)];
        if (result.GetValue(_system.Argument) is null)
        {
            foreach (string other in s_others)
            {
                readers.Add(await MeasureAsync(
                    SystemArgument.Resolve(other, _workspace), timeout));
            }
        }

        List<BenchResult> results = [
            .. readers.SelectMany(reader => reader.Results).OrderBy(BenchReader.Rank),
            .. new ManagedFigures(_workspace.Toolchain).Count(),
            .. new KernelFigures(_workspace.Toolchain).Count()];
        _workspace.Output.Result.Profile.Width = TableWidth;
        _workspace.Output.Result.Write(BenchReport.ToTable(results));
        if (result.GetValue(_json) is string path)
        {
            await File.WriteAllTextAsync(path, BenchReport.ToJson(results, Machine()));
        }

        return Judge(readers, results);
    }

    private int ShowSizes(string text)
    {
        IReadOnlyList<FeatureSize> sizes = FeatureSizes.Measure(
            _workspace.Toolchain, feature => SizeReport.IsPicked(feature, text));
        if (sizes.Count == 1)
        {
            _workspace.Output.Fail($"no feature's name or title contains '{text}'");
            return ExitCode.Failed;
        }

        _workspace.Output.Result.Write(SizeReport.ToTable(sizes));
        return ExitCode.Good;
    }

    private async Task<BenchReader> MeasureAsync(string path, TimeSpan timeout)
    {
        BuiltSystem system = new SystemBuilder(_workspace).Build(path, null);
        _workspace.Output.Step("measuring under QEMU, one tick of the counter an instruction");
        int partitionCount = system.Model.Partitions
            .Count(partition => partition.Name.StartsWith("bench", StringComparison.Ordinal));
        return await new BenchRunner(_workspace).RunAsync(system, partitionCount, timeout);
    }

    private int Judge(IReadOnlyList<BenchReader> readers, IReadOnlyList<BenchResult> results)
    {
        foreach (string line in readers.SelectMany(reader => reader.Damaged))
        {
            _workspace.Output.Fail($"damaged record: {line}");
        }

        foreach (BenchResult over in results.Where(r => !r.KeepsBudget))
        {
            _workspace.Output.Fail(
                $"{over.Anchor.Id} is {over.Median}, its budget is {over.Anchor.Budget}");
        }

        string[] lacking = [.. BenchAnchors.All.Where(a => results.All(r => r.Anchor != a))
            .Select(anchor => anchor.Id)];
        if (lacking.Length > 0)
        {
            ToolOutput.WriteLine(_workspace.Output.Error,
                Markup.Escape($"not measured: {string.Join(", ", lacking)}"));
        }

        bool isComplete = readers.All(reader => reader.IsComplete);
        if (!isComplete)
        {
            _workspace.Output.Fail("the bench did not end; see artifacts/bench.log");
        }

        return isComplete && readers.All(reader => reader.Damaged.Count == 0)
            && results.All(r => r.KeepsBudget)
            ? ExitCode.Good : ExitCode.Failed;
    }

    private Dictionary<string, string> Machine()
    {
        CommandResult version = _workspace.Runner.Run(QemuArguments.Program, ["--version"]);
        return new Dictionary<string, string>
        {
            ["unit"] = "instructions",
            ["board"] = "qemu-virt",
            ["qemu"] = version.Output.Split('\n')[0].Trim(),
            ["cpu"] = BenchRunner.Cpu,
            ["icount"] = BenchRunner.InstructionCount,
        };
    }
}
