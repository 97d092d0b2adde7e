// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Integration.Elf;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>The system with the follower in the manager's place, and where things are in
/// it.</summary>
/// <param name="System">The system as it was built.</param>
/// <param name="BootFile">What the target boots.</param>
/// <param name="Tables">What the simulation boots.</param>
/// <param name="Follower">Where the follower's code is.</param>
/// <param name="StateAddress">Host-physical address of the kernel's state.</param>
public sealed record ReplaySystem(
    BuiltSystem System, string BootFile, BootTables Tables, FollowerPlace Follower,
    ulong StateAddress)
{
    private const ulong MebibyteMask = (1ul << 20) - 1;

    /// <summary>Path of the description, from the root of the tree.</summary>
    public const string Description = "systems/tests/replay.yaml";

    private const string Project = "tests/target/replay";

    // In the order of FollowerPlace.
    private static readonly string[] s_symbols =
    [
        "replay_follow", "replay_load", "replay_break", "replay_undefined", "replay_calls",
        "replay_guest", "replay_guest_call", "replay_guest_access", "replay_guest_wait",
        "replay_wait", "replay_guest_spin",
    ];

    /// <summary>Builds the system.</summary>
    /// <param name="workspace">The tree.</param>
    /// <returns>The system.</returns>
    public static ReplaySystem Build(Workspace workspace) => Of(
        new SystemBuilder(workspace).Build(Path.Combine(workspace.Root, Description), null));

    /// <summary>Finds everything in a system that was built.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The system.</returns>
    /// <exception cref="InvalidOperationException">Its kernel's state is not the
    /// host's.</exception>
    public static ReplaySystem Of(BuiltSystem system)
    {
        string program = system.Programs.Single(
            pair => pair.Key.Contains(Project, StringComparison.Ordinal)).Value;
        ElfFile follower = ElfFile.Read(File.ReadAllBytes(program));
        ElfFile kernel = ElfFile.Read(File.ReadAllBytes(system.KernelProgram));
        ulong state = kernel.Symbol("__kernel_state_start");
        ulong bytes = kernel.Symbol("__kernel_state_end") - state;
        return bytes >= (ulong)CanonicalState.Size
            ? new ReplaySystem(
                system, system.BootFile, BootTables.Of(system.Image.Bytes.AsSpan()),
                new FollowerPlace([.. s_symbols.Select(follower.Symbol)]),
                state)
            : throw new InvalidOperationException("the kernel's state is smaller than the host's");
    }

    /// <summary>Bytes of the target's memory.</summary>
    public ulong MemoryBytes => Math.Max(
        System.Model.MemorySize,
        (Tables.MemoryEnd - Tables.MemoryBase + MebibyteMask) & ~MebibyteMask);

    /// <summary>The same program with other memory and interrupts: those of a trace.</summary>
    /// <param name="tables">What the trace boots.</param>
    /// <param name="bootFile">Where the file for the target goes, unless the system has those
    /// tables already.</param>
    /// <returns>The system.</returns>
    /// <exception cref="FormatException">The tables are not this program's.</exception>
    public ReplaySystem With(BootTables tables, string bootFile)
    {
        if (tables.Bytes.SequenceEqual(Tables.Bytes)) return this;
        byte[] boot = File.ReadAllBytes(System.BootFile);
        byte[] image = System.Image.Bytes;
        tables.PutInto(image).CopyTo(boot, boot.Length - image.Length);
        Directory.CreateDirectory(Path.GetDirectoryName(bootFile)!);
        File.WriteAllBytes(bootFile, boot);
        return this with { BootFile = bootFile, Tables = tables };
    }
}
