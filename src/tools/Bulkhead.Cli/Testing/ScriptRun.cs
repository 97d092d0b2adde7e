// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>Runs a script against a system, any number of times.</summary>
/// <param name="system">The system.</param>
/// <param name="script">The script.</param>
/// <param name="firmware">Path of firmware; null when QEMU itself loads the system.</param>
public sealed class ScriptRun(BuiltSystem system, ScriptFile script, string? firmware)
{
    private const int ReadSize = 16 << 10;

    // Where firmware finds the file; U-Boot moves it to where its header says.
    private const string FirmwareLoadAddress = "0x48000000";

    /// <summary>Runs the script once.</summary>
    /// <param name="suite">Suite that its tests belong to.</param>
    /// <param name="name">Name of the run.</param>
    /// <param name="cpu">Processor model.</param>
    /// <param name="damage">What is done to the file before.</param>
    /// <param name="output">Path without extension for files of this run.</param>
    /// <returns>What its tests came to.</returns>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(
        string suite, string name, string cpu, ImageDamage damage, string output)
    {
        string file = Damaged(damage, output + ".img");
        using CancellationTokenSource limit = new(script.Timeout);
        await using FileStream log = File.Create(output + ".log");
        using ConsoleWatch watch = new(log, script.Records, script.Sightings);
        using QemuProcess qemu = QemuProcess.Start(Options(file, cpu));
        string problem = await RunStepsAsync(qemu, watch, limit.Token);
        if (problem.Length == 0)
        {
            problem = await FinishAsync(qemu, watch, limit.Token);
        }

        string detail = problem.Length == 0 ? ""
            : $"{problem}; last: {watch.LastLines} {qemu.Complaint()}";
        IEnumerable<TestOutcome> outcomes = watch.Outcomes(suite);
        return
        [
            .. outcomes.Where(outcome => script.Mutations is null || !outcome.IsPassed)
                .Select(outcome => outcome with { Name = $"{name}: {outcome.Name}" }),
            new TestOutcome(suite, name, detail.Length == 0, detail),
        ];
    }

    private QemuOptions Options(string file, string cpu) => new(file, system.Model.MemorySize)
    {
        Cpu = cpu,
        CpuCount = system.Model.CpuCount,
        InstructionCount = script.CountsInstructions ? "shift=0,sleep=off" : null,
        Extra = firmware is null ? script.QemuArguments
            : ["-bios", firmware, "-device",
                $"loader,file={file},addr={FirmwareLoadAddress},force-raw=on",
                .. script.QemuArguments],
        HasFirmware = firmware is not null,
    };

    private string Damaged(ImageDamage damage, string path)
    {
        if (damage == ImageDamage.None)
        {
            return system.BootFile;
        }

        byte[] whole = File.ReadAllBytes(system.BootFile);
        File.WriteAllBytes(path, damage.Apply(whole, whole.Length - system.Image.Bytes.Length));
        return path;
    }

    private async Task<string> RunStepsAsync(
        QemuProcess qemu, ConsoleWatch watch, CancellationToken limit)
    {
        if (script.Steps.Count == 0)
        {
            return "";
        }

        ConsoleScript console = new(script.Steps)
        {
            Partition = script.Partition,
            FocusKeys = firmware is null
                ? TerminalFocus.Keys(system.Model, script.Partition) : null,
            Log = watch,
        };
        ScriptResult result = await console.RunAsync(
            qemu.Screen, qemu.Keyboard, script.Timeout, limit);
        return result.IsMet ? ""
            : $"step {result.FailedStep} ({script.Steps[result.FailedStep - 1]}): {result.Reason}";
    }

    // After the steps: until records and sightings are there, or the machine has powered off.
    private async Task<string> FinishAsync(
        QemuProcess qemu, ConsoleWatch watch, CancellationToken limit)
    {
        byte[] buffer = new byte[ReadSize];
        try
        {
            while (!watch.IsBroken && (script.Ends || !watch.IsComplete))
            {
                int count = await qemu.Screen.ReadAsync(buffer, limit);
                if (count == 0)
                {
                    return script.Ends || watch.IsComplete ? "" : "the machine ended too early";
                }

                watch.Write(buffer.AsSpan(0, count));
            }

            return "";
        }
        catch (OperationCanceledException)
        {
            return $"not done within {script.Timeout.TotalSeconds:0} s";
        }
    }
}
