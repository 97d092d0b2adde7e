// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;
using Bulkhead.Asp.Simulated.Snapshots;

namespace Bulkhead.Simulation.Tests.Machine;

public class MachineSnapshotTests
{
    [Fact]
    public void The_kernel_comes_back_byte_by_byte_and_goes_on_the_same_way()
    {
        using World world = new();
        KernelProgram program = new(world, 5);
        program.Run(200);
        MachineSnapshot snapshot = new(world.Machine);
        Link<Kernel.Objects.ExecutionContext> current = world.Current;
        byte[] before = world.Machine.StateBytes.ToArray();
        ulong ticks = world.Machine.Clock.Ticks;
        byte[]? after = null;
        for (int round = 0; round < 3; round++)
        {
            new KernelProgram(world, 9).Run(200);
            after ??= world.Machine.StateBytes.ToArray();
            Assert.True(world.Machine.StateBytes.SequenceEqual(after));
            snapshot.Restore(world.Machine);
            world.Processor.Resume(current);
            Assert.True(world.Machine.StateBytes.SequenceEqual(before));
            Assert.Equal(ticks, world.Machine.Clock.Ticks);
            Assert.Null(world.Machine.Tables.FindUnfinished());
            Assert.Null(world.Machine.Walker.FindStale());
        }
        Assert.False(before.AsSpan().SequenceEqual(after));
        Assert.InRange(snapshot.StateLength, 1, StateBlock.Size / 4);
    }

    [Fact]
    public void Hardware_comes_back()
    {
        using TableWorld world = new TableWorld(new MachineOptions { CpuCount = 2 }).Map();
        SimulatedMachine machine = world.Machine;
        Prepare(machine, world);
        MachineSnapshot snapshot = new(machine);
        Disturb(machine, world);
        snapshot.Restore(machine);
        Assert.Equal(3, machine.Walker.CachedCount);
        Assert.NotNull(world.Look(1));
        Assert.Contains("not published", machine.Tables.FindUnfinished());
        Assert.Equal(77ul, machine.Caches.Read(0x4b00_0000));
        Assert.Equal(0ul, machine.Memory.Read(0x4b00_0000));
        Assert.Equal(5ul, machine.Memory.Read(0x4c00_0000));
        Assert.Equal(1, machine.Interrupts.Flights.Count);
        Assert.Equal(40u, machine.Interrupts.Acknowledge());
        Assert.Equal("abc", machine.Console.ToString());
        Assert.Equal(1, machine.Executing.Number);
        Assert.Equal(world.Root, machine.Cpus[1].Root);
        Assert.Equal(2000ul, machine.Clock.DeadlineOf(1));
        Assert.Equal(Asp.Simulated.Power.CpuPower.OnPending, machine.PowerController[1]);
        SimulatedAsp.PublishTables();
        Assert.Contains("not invalidated", machine.Tables.FindUnfinished());
    }

    [Fact]
    public void Choices_go_on_from_where_they_were()
    {
        using SimulatedMachine machine = new(new MachineOptions { Seed = 3 });
        machine.Choice.Choose(1000, ChoicePoint.Cpu);
        MachineSnapshot snapshot = new(machine);
        int next = machine.Choice.Choose(1000, ChoicePoint.Cpu);
        machine.Choice.Choose(1000, ChoicePoint.Cpu);
        snapshot.Restore(machine);
        Assert.Equal(next, machine.Choice.Choose(1000, ChoicePoint.Cpu));
    }

    [Fact]
    public void A_removal_that_was_not_invalidated_is_remembered()
    {
        using TableWorld world = new TableWorld(new MachineOptions()).Map();
        world.Leaf = 0;
        SimulatedAsp.PublishTables();
        MachineSnapshot snapshot = new(world.Machine);
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        Assert.Null(world.Machine.Tables.FindUnfinished());
        snapshot.Restore(world.Machine);
        Assert.Equal(1, world.Machine.Tables.RemovedCount);
        world.Leaf = TableWorld.Page();
        Assert.Throws<BreakBeforeMakeException>(SimulatedAsp.PublishTables);
    }

    private static void Prepare(SimulatedMachine machine, TableWorld world)
    {
        world.Look(1);
        world.Leaf = 0;
        machine.Caches.Write(0x4b00_0000, 77);
        machine.Memory.Write(0x4c00_0000, 5);
        machine.Interrupts.Open(40, isEdge: true);
        machine.Interrupts.Raise(40);
        machine.Interrupts.Flights.Hold(41);
        machine.Console.Append("abc");
        machine.Clock.Arm(1, 2000);
        machine.PowerController.Start(1, 0x4000_0000, 0);
        machine.MakeCurrent(1);
        machine.Cpus[1].Root = world.Root;
    }

    private static void Disturb(SimulatedMachine machine, TableWorld world)
    {
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        machine.Caches.Clean(0x4b00_0000);
        machine.Caches.Write(0x4b00_0000, 78);
        machine.Memory.Write(0x4c00_0000, 6);
        machine.Memory.Write(0x4d00_0000, 6);
        machine.Interrupts.Acknowledge();
        machine.Interrupts.Flights.ArriveAll();
        machine.Console.Append("def");
        machine.Clock.Arm(1, 3000);
        machine.Clock.Ticks = 99;
        machine.PowerController.Finish(1);
        machine.MakeCurrent(0);
        machine.Cpus[1].Root = default;
    }
}
