// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>Builds and runs on-target suites.</summary>
/// <param name="workspace">The tree.</param>
public sealed class TargetRunner(Workspace workspace)
{
    private static readonly TimeSpan s_recordsTimeout = TimeSpan.FromSeconds(180);

    /// <summary>Runs a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <returns>What its tests came to; a suite that cannot be built is a failed test.</returns>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(TargetSuite suite)
    {
        List<TestOutcome> outcomes = [];
        if (suite.Description is string description)
        {
            outcomes.AddRange(await Guard(
                suite.Name, "records", () => RunRecordsAsync(suite.Name, description)));
        }

        foreach (string script in suite.Scripts)
        {
            string name = Path.GetFileNameWithoutExtension(script);
            outcomes.AddRange(await Guard(
                suite.Name, name, () => RunScriptAsync(suite.Name, name, script)));
        }

        return outcomes;
    }

    private static async Task<IReadOnlyList<TestOutcome>> Guard(
        string suite, string name, Func<Task<IReadOnlyList<TestOutcome>>> run)
    {
        try
        {
            return await run();
        }
        catch (BuildFailedException)
        {
            return [new TestOutcome(suite, name, false, "its system was not built")];
        }
        catch (Exception e) when (e is Toolchain.ToolchainException or FormatException
            or Integration.Packages.PackageException or IOException)
        {
            return [new TestOutcome(suite, name, false, e.Message)];
        }
    }

    private async Task<IReadOnlyList<TestOutcome>> RunRecordsAsync(
        string suite, string description)
    {
        BuiltSystem system = new SystemBuilder(workspace)
            .Build(description, OutputFor(suite, "records"));
        using CancellationTokenSource limit = new(s_recordsTimeout);
        using QemuProcess qemu =
            QemuProcess.Start(new QemuOptions(system.BootFile, system.Model.MemorySize));
        StringBuilder log = new();
        RecordReader records = new();
        bool isInTime = await ReadAsync(qemu, records, log, limit.Token);
        await File.WriteAllTextAsync(
            OutputFor(suite, "records", ".log"), log.ToString(), CancellationToken.None);
        if (records.IsComplete && records.Outcomes.Count > 0)
        {
            return records.Outcomes;
        }

        string reason = isInTime ? "the machine ended before its tests did"
            : $"its tests did not end within {s_recordsTimeout.TotalSeconds} s";
        return [.. records.Outcomes,
            new TestOutcome(suite, "records", false, $"{reason}; last: {LastLines(log)}")];
    }

    private static async Task<bool> ReadAsync(
        QemuProcess qemu, RecordReader records, StringBuilder log, CancellationToken limit)
    {
        using StreamReader reader = new(qemu.Screen, Encoding.UTF8, false, 4096, leaveOpen: true);
        TerminalLine screen = new();
        try
        {
            while (!records.IsComplete && await reader.ReadLineAsync(limit) is string line)
            {
                log.Append(line).Append('\n');
                screen.Clear();
                foreach (char value in line)
                {
                    screen.Feed(value);
                }

                records.Feed(screen.Text);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<TestOutcome>> RunScriptAsync(
        string suite, string name, string path)
    {
        ScriptFile script = ScriptFile.Parse(await File.ReadAllTextAsync(path));
        BuiltSystem system = new SystemBuilder(workspace).Build(
            Path.Combine(workspace.Root, script.System), OutputFor(suite, name));
        Damage(system, script.Damage);
        using QemuProcess qemu = QemuProcess.Start(
            new QemuOptions(system.BootFile, system.Model.MemorySize)
            {
                Cpu = script.Cpu,
                Extra = script.QemuArguments,
            });
        await using FileStream log = File.Create(OutputFor(suite, name, ".log"));
        ConsoleScript console = new(script.Steps)
        {
            Partition = script.Partition,
            FocusKeys = TerminalFocus.Keys(system.Model, script.Partition),
            Log = log,
        };
        ScriptResult result = await console.RunAsync(qemu.Screen, qemu.Keyboard, script.Timeout);
        string detail = result.IsMet ? ""
            : $"step {result.FailedStep} ({script.Steps[result.FailedStep - 1]}): {result.Reason}; "
            + $"last: {string.Join(" | ", result.LastLines.TakeLast(5))} {qemu.Complaint()}";
        return [new TestOutcome(suite, name, result.IsMet, detail)];
    }

    private static void Damage(BuiltSystem system, ImageDamage damage)
    {
        if (damage != ImageDamage.None)
        {
            byte[] file = File.ReadAllBytes(system.BootFile);
            int offset = file.Length - system.Image.Bytes.Length;
            File.WriteAllBytes(system.BootFile, damage.Apply(file, offset));
        }
    }

    private string OutputFor(string suite, string name, string extension = ".img")
    {
        string folder = Path.Combine(workspace.Artifacts, "target-tests", suite);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name + extension);
    }

    private static string LastLines(StringBuilder log) =>
        string.Join(" | ", log.ToString().Split('\n').TakeLast(6)).Trim(' ', '|');
}
