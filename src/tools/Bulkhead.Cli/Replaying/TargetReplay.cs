// SPDX-License-Identifier: MIT
using System.Diagnostics;
using Bulkhead.Cli.Qemu;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>A trace as the target replays it under QEMU: the list is in its memory before it
/// starts, and host and target share that memory.</summary>
/// <param name="Outcomes">What each event led to; entry 0, the root's own mapping, is empty. Shorter
/// than the trace when the target did not come back.</param>
/// <param name="State">The kernel's state at the end.</param>
public sealed record TargetReplay(IReadOnlyList<Outcome> Outcomes, byte[] State)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs the target.</summary>
    /// <param name="system">The system.</param>
    /// <param name="host">The trace, as the host replayed it.</param>
    /// <param name="log">Where the console goes, as QEMU's <c>-serial</c> has it.</param>
    /// <returns>What it came to.</returns>
    public static async Task<TargetReplay> RunAsync(
        ReplaySystem system, HostReplay host, string log = "null")
    {
        ulong memoryBytes = system.System.Model.MemorySize;
        using TargetMemory memory = new(system.Tables.MemoryBase, memoryBytes);
        ulong region = system.Tables.RegionAddress;
        for (int index = 0; index < host.Entries.Count; index++)
        {
            memory.WriteBytes(
                EntryAt(region, ReplayLayout.List, index), host.Entries[index]);
        }
        memory.Write(region + ReplayLayout.Allowed, (ulong)host.Entries.Count);
        memory.Write(region + ReplayLayout.Noted, ulong.MaxValue);
        using QemuProcess qemu = QemuProcess.Start(
            new QemuOptions(system.System.BootFile, memoryBytes)
            {
                Serial = log,
                Extra = memory.Arguments,
            });
        await WaitAsync(memory, region, (ulong)host.Entries.Count, qemu);
        return new TargetReplay(
            ReadOutcomes(memory, region),
            memory.ReadBytes(system.StateAddress, CanonicalState.Size));
    }

    private static async Task WaitAsync(
        TargetMemory memory, ulong region, ulong count, QemuProcess qemu)
    {
        long started = Stopwatch.GetTimestamp();
        while (memory.Read(region + ReplayLayout.Noted) != count
            && !qemu.HasEnded && Stopwatch.GetElapsedTime(started) < s_patience)
        {
            await Task.Delay(s_poll);
        }
    }

    private static List<Outcome> ReadOutcomes(TargetMemory memory, ulong region)
    {
        ulong noted = memory.Read(region + ReplayLayout.Noted);
        List<Outcome> outcomes = [];
        for (int index = 0; noted != ulong.MaxValue && index <= (int)noted; index++)
        {
            Outcome outcome = default;
            for (int word = 0; word < Outcome.Count && index > 0; word++)
            {
                outcome[word] = memory.Read(
                    EntryAt(region, ReplayLayout.Log, index) + (ulong)(word * sizeof(ulong)));
            }
            outcomes.Add(outcome);
        }
        return outcomes;
    }

    private static ulong EntryAt(ulong region, int table, int index) =>
        region + (ulong)(table + (index * ReplayLayout.EntryBytes));
}
