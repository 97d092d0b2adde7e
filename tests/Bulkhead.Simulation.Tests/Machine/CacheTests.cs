// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Caches;
using Bulkhead.Asp.Simulated.Devices;
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>What cache maintenance is for: each test shows what happens without it.</summary>
[Verifies("I8")]
public class CacheTests
{
    private const ulong Address = 0x4b00_0040;
    private const ulong Page = 0x4b00_0000;

    private static readonly MachineOptions s_two = new() { CpuCount = 2 };

    [Fact]
    public void CPUs_are_coherent_and_devices_are_not()
    {
        using SimulatedMachine machine = new(s_two);
        DmaDevice device = Device(machine);
        machine.Caches.Write(Address, 7);
        Assert.Equal(7ul, machine.Caches.Read(Address));
        Assert.Equal(0ul, device.Read(Address));
        machine.Caches.Clean(Address);
        Assert.Equal(7ul, device.Read(Address));
    }

    [Fact]
    public void What_a_device_writes_is_hidden_by_a_cached_line()
    {
        using SimulatedMachine machine = new(s_two);
        DmaDevice device = Device(machine);
        Assert.Equal(0ul, machine.Caches.Read(Address));
        device.Write(Address, 9);
        Assert.Equal(0ul, machine.Caches.Read(Address));
        machine.Caches.Invalidate(Address, isPartition: false);
        Assert.Equal(9ul, machine.Caches.Read(Address));
    }

    [Fact]
    public void A_coherent_device_needs_no_maintenance()
    {
        using SimulatedMachine machine = new(s_two);
        DmaDevice device = new(machine, isCoherent: true);
        device.Allow(Page, 0x1000);
        machine.Caches.Write(Address, 7);
        Assert.Equal(7ul, device.Read(Address));
        device.Write(Address, 8);
        Assert.Equal(8ul, machine.Caches.Read(Address));
    }

    // A page that was cleared through the caches and not cleaned to the point of coherency: who
    // maps it uncached reads what its last owner wrote.
    [Fact]
    public void An_uncached_alias_sees_what_was_not_cleaned()
    {
        using SimulatedMachine machine = new(s_two);
        machine.Caches.Write(Address, 0x5ec2e7);
        machine.Caches.Clean(Address);
        machine.Caches.Zero(Address);
        Assert.Contains("not clean", machine.Caches.FindUnclean(Page));
        machine.Caches.CleanToUnification(Address);
        Assert.Equal(0x5ec2e7ul, machine.Caches.Read(Address, isCached: false));
        Assert.NotNull(machine.Caches.FindUnclean(Page));
        machine.Caches.Clean(Address);
        Assert.Equal(0ul, machine.Caches.Read(Address, isCached: false));
        Assert.Null(machine.Caches.FindUnclean(Page));
    }

    [Fact]
    public void New_instructions_are_cleaned_and_old_ones_invalidated()
    {
        using SimulatedMachine machine = new(s_two);
        CacheModel caches = machine.Caches;
        caches.Write(Address, 1);
        Assert.Equal(0ul, caches.Fetch(0, Address));
        caches.CleanToUnification(Address);
        Assert.Equal(0ul, caches.Fetch(0, Address));
        Assert.Equal(1ul, caches.Fetch(1, Address));
        caches.InvalidateInstructions(Address);
        Assert.Equal(1ul, caches.Fetch(0, Address));
        caches.Write(Address, 2);
        caches.InvalidateInstructions();
        Assert.Equal(1ul, caches.Fetch(0, Address));
    }

    [Fact]
    public void A_partition_cannot_uncover_old_memory()
    {
        using SimulatedMachine machine = new(s_two);
        machine.Memory.Write(Address, 0x5ec2e7);
        machine.Caches.Zero(Address);
        machine.Caches.Invalidate(Address, isPartition: true);
        Assert.Equal(0ul, machine.Caches.Read(Address));
        machine.Memory.Write(Address, 0x5ec2e7);
        machine.Caches.CleanAndInvalidate(Address);
        machine.Caches.Zero(Address);
        machine.Caches.Invalidate(Address, isPartition: false);
        Assert.Equal(0x5ec2e7ul, machine.Caches.Read(Address));
    }

    [Fact]
    public void Any_line_may_be_written_back_at_any_time()
    {
        HashSet<ulong> seen = [];
        ScriptedChoice choice = new();
        do
        {
            using SimulatedMachine machine = new(s_two with { Caches = CachePolicy.Random });
            machine.Interleaving = new Interleaver(choice).With(machine.Caches);
            machine.Caches.Write(Address, 7);
            machine.AtOrderingPoint(OrderingPoint.Program);
            seen.Add(machine.Memory.Read(Address));
            Assert.Equal(7ul, machine.Caches.Read(Address));
        }
        while (choice.Advance());
        Assert.Equal([0ul, 7ul], seen.Order());
    }

    [Fact]
    public void Caches_that_write_back_at_once_hide_every_mistake()
    {
        using SimulatedMachine machine = new(s_two with { Caches = CachePolicy.Always });
        machine.Caches.Write(Address, 7);
        Assert.Equal(7ul, machine.Caches.Fetch(0, Address));
        Assert.Equal(7ul, machine.Memory.Read(Address));
    }

    [Fact]
    public void A_partitions_accesses_need_their_right_and_go_through_the_caches()
    {
        using TableWorld world = new TableWorld(s_two).Map();
        ulong value = 7;
        Assert.True(Access(world, AccessKind.Write, ref value));
        Assert.Equal(0ul, world.Machine.Memory.Read(TableWorld.Host));
        value = 0;
        Assert.True(Access(world, AccessKind.Read, ref value));
        Assert.Equal(7ul, value);
        Assert.False(Access(world, AccessKind.Fetch, ref value));
        Assert.False(world.Machine.TryAccess(0, world.Root, 0, AccessKind.Read, ref value));
    }

    [Fact]
    public void The_kernels_state_is_shared_without_maintenance()
    {
        using SimulatedMachine machine = new();
        machine.Caches.Write(SimulatedMachine.StateBase, 5);
        Assert.Equal(5ul, machine.State.System.BootTicks);
    }

    private static bool Access(TableWorld world, AccessKind kind, ref ulong value) =>
        world.Machine.TryAccess(0, world.Root, TableWorld.Address, kind, ref value);

    private static DmaDevice Device(SimulatedMachine machine)
    {
        DmaDevice device = new(machine);
        device.Allow(Page, 0x1000);
        return device;
    }
}
