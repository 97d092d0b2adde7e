// SPDX-License-Identifier: MIT
using System.Diagnostics;
using Bulkhead.Cli.Qemu;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>A trace as the target replays it under QEMU: the list is in its memory before it
/// starts, and host and target share that memory.</summary>
/// <param name="Outcomes">What each event led to; entry 0, the root's own mapping, is empty.
/// Shorter than the trace when the target did not come back.</param>
/// <param name="Drawn">Entries of the list that the target drew itself.</param>
/// <param name="State">The kernel's state at the end.</param>
public sealed record TargetReplay(
    IReadOnlyList<Outcome> Outcomes, IReadOnlyList<byte[]> Drawn, byte[] State)
{
    // Time passes with instructions alone, and while nothing runs up to the next timer at once
    // (ReplayTime).
    private const string InstructionCount = "shift=0,sleep=off";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_idlePatience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(2);

    /// <summary>Replays a trace.</summary>
    /// <param name="system">The system.</param>
    /// <param name="host">The trace, as the host replayed it.</param>
    /// <returns>What it came to.</returns>
    public static async Task<TargetReplay> RunAsync(ReplaySystem system, HostReplay host)
    {
        using TargetMemory memory = Prepare(system, host.Entries, host.Entries.Count);
        await RunAsync(system, memory, host.Entries.Count);
        return Read(system, memory, host.Entries.Count);
    }

    /// <summary>Lets the target draw events.</summary>
    /// <param name="system">The system.</param>
    /// <param name="recording">What it begins with and what it draws from.</param>
    /// <param name="count">How many events it does in all.</param>
    /// <returns>What it came to; the last outcome lacks when the machine became idle.</returns>
    public static async Task<TargetReplay> RecordAsync(
        ReplaySystem system, Recording recording, int count)
    {
        IReadOnlyList<byte[]> entries = recording.Opening.Entries;
        using TargetMemory memory = Prepare(system, entries, count);
        ulong region = system.Tables.RegionAddress;
        memory.Write(region + ReplayLayout.Random, recording.Seed);
        memory.Write(region + ReplayLayout.MenuCount, (ulong)recording.Menu.Count);
        for (int index = 0; index < recording.Menu.Count; index++)
        {
            memory.WriteBytes(
                region + (ulong)(ReplayLayout.Menu + (index * ReplayLayout.MenuEntryBytes)),
                recording.Menu[index]);
        }
        await RunAsync(system, memory, count);
        return Read(system, memory, entries.Count);
    }

    private static TargetMemory Prepare(
        ReplaySystem system, IReadOnlyList<byte[]> entries, int count)
    {
        TargetMemory memory = new(system.Tables.MemoryBase, system.MemoryBytes);
        ulong region = system.Tables.RegionAddress;
        for (int index = 0; index < entries.Count; index++)
        {
            memory.WriteBytes(EntryAt(region, ReplayLayout.List, index), entries[index]);
        }
        memory.Write(region + ReplayLayout.Filled, (ulong)entries.Count);
        memory.Write(region + ReplayLayout.Allowed, (ulong)count);
        memory.Write(region + ReplayLayout.Noted, ulong.MaxValue);
        return memory;
    }

    private static async Task RunAsync(ReplaySystem system, TargetMemory memory, int count)
    {
        ulong noted = system.Tables.RegionAddress + ReplayLayout.Noted;
        using QemuProcess qemu = QemuProcess.Start(
            new QemuOptions(system.BootFile, memory.Bytes)
            {
                InstructionCount = InstructionCount,
                Serial = "null",
                Extra = memory.Arguments,
            });
        long moved = Stopwatch.GetTimestamp();
        ulong seen = memory.Read(noted);
        while (memory.Read(noted) != (ulong)count && !qemu.HasEnded
            && Stopwatch.GetElapsedTime(moved) < s_patience)
        {
            await Task.Delay(s_poll);
            if (memory.Read(noted) != seen) moved = Stopwatch.GetTimestamp();
            seen = memory.Read(noted);
            bool isStill = Stopwatch.GetElapsedTime(moved) > s_idlePatience;
            if (isStill && seen != ulong.MaxValue && IsIdle(system, memory)) return;
        }
    }

    private static bool IsIdle(ReplaySystem system, TargetMemory memory) =>
        CanonicalState.IsIdle(memory.ReadBytes(system.StateAddress, CanonicalState.Size));

    private static TargetReplay Read(ReplaySystem system, TargetMemory memory, int filled)
    {
        ulong region = system.Tables.RegionAddress;
        ulong noted = memory.Read(region + ReplayLayout.Noted);
        int taken = noted == ulong.MaxValue ? 0 : (int)memory.Read(region + ReplayLayout.Taken);
        List<Outcome> outcomes = [];
        for (int index = 0; noted != ulong.MaxValue && index <= (int)noted; index++)
        {
            outcomes.Add(ReadOutcome(memory, EntryAt(region, ReplayLayout.Log, index), index));
        }
        List<byte[]> drawn = [];
        for (int index = filled; index < taken; index++)
        {
            drawn.Add(memory.ReadBytes(
                EntryAt(region, ReplayLayout.List, index), ReplayLayout.EntryBytes));
        }
        return new TargetReplay(
            outcomes, drawn, memory.ReadBytes(system.StateAddress, CanonicalState.Size));
    }

    // The first entry is what the C# start code had in its registers.
    private static Outcome ReadOutcome(TargetMemory memory, ulong address, int index)
    {
        Outcome outcome = default;
        for (int word = 0; word < Outcome.Count && index > 0; word++)
        {
            outcome[word] = memory.Read(address + (ulong)(word * sizeof(ulong)));
        }
        return outcome;
    }

    private static ulong EntryAt(ulong region, int table, int index) =>
        region + (ulong)(table + (index * ReplayLayout.EntryBytes));
}
