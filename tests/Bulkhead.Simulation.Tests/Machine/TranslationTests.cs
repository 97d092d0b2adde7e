// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>Translation buffers of several CPUs.</summary>
[Verifies("I5")]
public class TranslationTests
{
    private static readonly MachineOptions s_four = new() { CpuCount = 4 };

    [Fact]
    public void Each_CPU_has_its_own_buffer()
    {
        using TableWorld world = new TableWorld(s_four).Map();
        Assert.NotNull(world.Look(2));
        Remove(world, isInvalidated: false);
        Assert.NotNull(world.Look(2));
        Assert.Null(world.Look(1));
        Assert.StartsWith("CPU 2, space 4 level 3", world.Machine.Walker.FindStale());
    }

    [Fact]
    public void A_missing_invalidation_is_a_stale_access()
    {
        using TableWorld world = new TableWorld(s_four).Map();
        ulong value = 5;
        Assert.True(Write(world, ref value));
        Remove(world, isInvalidated: false);
        Assert.True(Write(world, ref value));
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        Assert.False(Write(world, ref value));
        Assert.Null(world.Machine.Walker.FindStale());
    }

    [Fact]
    public void An_invalidation_reaches_every_CPU_and_no_other_space()
    {
        using TableWorld world = new TableWorld(s_four).Map();
        for (int cpu = 0; cpu < 4; cpu++) world.Look(cpu);
        world.Machine.Walker.Translate(1, new TranslationRoot(world.Root.Table, 700),
            TableWorld.Address);
        Assert.Equal(15, world.Machine.Walker.CachedCount);
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        Assert.Equal(3, world.Machine.Walker.CachedCount);
    }

    [Fact]
    public void What_evicts_always_caches_nothing()
    {
        using TableWorld world =
            new TableWorld(new MachineOptions { Translations = TlbPolicy.Always }).Map();
        Assert.NotNull(world.Look());
        Assert.Equal(0, world.Machine.Walker.CachedCount);
        Remove(world, isInvalidated: false);
        Assert.Null(world.Look());
    }

    [Fact]
    public void What_evicts_at_random_sometimes_shows_the_old_and_sometimes_the_new()
    {
        HashSet<bool> seen = [];
        for (ulong seed = 0; seed < 200; seed++)
        {
            using TableWorld world = new TableWorld(
                new MachineOptions { Translations = TlbPolicy.Random, Seed = seed }).Map();
            world.Look();
            Remove(world, isInvalidated: false);
            seen.Add(world.Look() is null);
        }
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Thousands_of_translations_are_kept()
    {
        using TableWorld world = new TableWorld(new MachineOptions()).Map();
        for (int entry = 0; entry < 511; entry++)
        {
            world.Machine.State.Tables[2][entry] = TableWorld.Page((ulong)entry << 12);
        }
        SimulatedAsp.PublishTables();
        for (int round = 0; round < 3; round++)
        {
            SimulatedAsp.InvalidateSpace(world.Root.Value);
            for (ulong entry = 0; entry < 511; entry++)
            {
                ulong address = (TableWorld.Address & ~0x1f_ffffUL) + (entry << 12);
                Assert.Equal(
                    (entry << 12) + 8,
                    world.Machine.Walker.Translate(world.Root, address + 8)!.Value.Address);
            }
            Assert.Equal(513, world.Machine.Walker.CachedCount);
        }
    }

    [Fact]
    public void Invalidating_before_the_removal_is_found_by_some_interleaving()
    {
        Assert.True(IsStaleInSome(isRight: false));
        Assert.False(IsStaleInSome(isRight: true));
    }

    private static bool IsStaleInSome(bool isRight)
    {
        bool isStale = false;
        ScriptedChoice choice = new() { DeparturesMax = 2 };
        do
        {
            using TableWorld world = new TableWorld(s_four).Map();
            // CPU 1 runs the domain; it may look up ahead of need at any time.
            world.Machine.Cpus[1].Root = world.Root;
            world.Look(3);
            world.Machine.Interleaving = new Interleaver(choice).With(world.Machine.Walker);
            if (!isRight) SimulatedAsp.InvalidateSpace(world.Root.Value);
            Remove(world, isInvalidated: isRight);
            isStale |= world.Machine.Walker.FindStale() is not null;
        }
        while (choice.Advance());
        return isStale;
    }

    private static void Remove(TableWorld world, bool isInvalidated)
    {
        world.Leaf = 0;
        if (isInvalidated) SimulatedAsp.InvalidateSpace(world.Root.Value);
        else SimulatedAsp.PublishTables();
    }

    private static bool Write(TableWorld world, ref ulong value) => world.Machine.TryAccess(
        1, world.Root, TableWorld.Address, AccessKind.Write, ref value);
}
