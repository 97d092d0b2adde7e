// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bulkhead.Cli.Benchmarks;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Qemu;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Jitter;

/// <summary>Runs the jitter suite with a number of windows of one's own, on a processor whose
/// counter counts instructions.</summary>
/// <param name="workspace">The tree.</param>
public sealed partial class JitterRunner(Workspace workspace)
{
    private const string Description = "systems/tests/jitter.yaml";

    /// <summary>Puts the number of windows into the suite's description.</summary>
    /// <param name="description">Its text.</param>
    /// <param name="windows">Windows of each attack.</param>
    /// <returns>The text to build.</returns>
    /// <exception cref="ToolchainException">It has no place for the number, or
    /// several.</exception>
    public static string WithWindows(string description, int windows) =>
        Argument.Count(description) == 1
            ? Argument.Replace(description, string.Create(
                CultureInfo.InvariantCulture, $"argument: {windows}"))
            : throw new ToolchainException(
                $"{Description} must give one partition an `argument`, the number of windows");

    /// <summary>Builds the suite and runs it to its end.</summary>
    /// <param name="windows">Windows of each attack.</param>
    /// <param name="limit">Ends the run when it takes too long.</param>
    /// <returns>What it printed; incomplete when it did not end.</returns>
    public async Task<JitterReader> RunAsync(int windows, CancellationToken limit)
    {
        string folder = Path.Combine(workspace.Artifacts, "jitter");
        string description = Path.Combine(folder, "jitter.yaml");
        Directory.CreateDirectory(folder);
        string text = await File.ReadAllTextAsync(
            Path.Combine(workspace.Root, Description), limit);
        await File.WriteAllTextAsync(description, WithWindows(text, windows), limit);
        BuiltSystem system = new SystemBuilder(workspace).Build(
            description, Path.Combine(folder, "jitter.img"));
        using QemuProcess qemu = QemuProcess.Start(
            new QemuOptions(system.BootFile, system.Model.MemorySize)
            {
                Cpu = BenchRunner.Cpu,
                CpuCount = system.Model.CpuCount,
                InstructionCount = BenchRunner.InstructionCount,
            });
        JitterReader reader = new();
        await ReadAsync(qemu.Screen, reader, limit);
        if (qemu.Complaint() is { Length: > 0 } complaint)
        {
            workspace.Output.Fail(complaint);
        }

        return reader;
    }

    [GeneratedRegex(@"\bargument: \d+")]
    private static partial Regex Argument { get; }

    private async Task ReadAsync(Stream screen, JitterReader reader, CancellationToken limit)
    {
        using StreamReader lines = new(screen, Encoding.Latin1);
        try
        {
            while (!reader.IsComplete && await lines.ReadLineAsync(limit) is string line)
            {
                if (reader.Feed(line) is JitterResult result)
                {
                    workspace.Output.Step(
                        $"{result.Attack}: {result.Windows} windows, at most "
                        + $"{result.Maximum} instructions late");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader says that it is not complete.
        }
    }
}
