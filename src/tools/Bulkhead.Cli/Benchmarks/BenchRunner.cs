// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Qemu;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// Runs the bench system so that one tick of the counter is one instruction and runs are equal
/// byte for byte: no devices but the UART, whose output goes to a file.
/// </summary>
/// <param name="workspace">The tree.</param>
public sealed class BenchRunner(Workspace workspace)
{
    /// <summary>Processor that counts instructions with its own counter.</summary>
    public const string Cpu = "cortex-a72,cntfrq=1000000000";

    /// <summary>QEMU's instruction counting.</summary>
    public const string InstructionCount = "shift=0,sleep=off";

    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the bench.</summary>
    /// <param name="system">The bench system.</param>
    /// <param name="partitionCount">How many partitions measure.</param>
    /// <param name="timeout">Most time it may take.</param>
    /// <returns>The records; incomplete when the time was over or the machine ended.</returns>
    public async Task<BenchReader> RunAsync(
        BuiltSystem system, int partitionCount, TimeSpan timeout)
    {
        string log = Path.Combine(workspace.Artifacts, "bench.log");
        File.Delete(log);
        using QemuProcess qemu = QemuProcess.Start(
            new QemuOptions(system.BootFile, system.Model.MemorySize)
            {
                Cpu = Cpu,
                CpuCount = system.Model.CpuCount,
                InstructionCount = InstructionCount,
                Serial = "file:" + log,
            });
        using CancellationTokenSource limit = new(timeout);
        BenchReader reader = new(partitionCount);
        bool isOver = false;
        while (!isOver && !reader.IsComplete)
        {
            isOver = qemu.HasEnded || limit.IsCancellationRequested;
            await Task.Delay(s_pollInterval);
            reader = Read(log, partitionCount);
        }

        if (qemu.Complaint() is { Length: > 0 } complaint)
        {
            workspace.Output.Fail(complaint);
        }

        return reader;
    }

    private static BenchReader Read(string log, int partitionCount)
    {
        BenchReader reader = new(partitionCount);
        if (File.Exists(log))
        {
            string text = File.ReadAllText(log);
            int end = text.LastIndexOf('\n') + 1;
            foreach (string line in text[..end].Split('\n'))
            {
                reader.Feed(line.TrimEnd('\r'));
            }
        }

        return reader;
    }
}
