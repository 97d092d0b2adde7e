// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>The kernel's own table work while hardware does all that it may.</summary>
public class InterleavedKernelTests
{
    [Fact]
    [Verifies("R-RESIDUE-3", "I5")]
    public void No_stale_translation_and_no_unfinished_table_is_left_behind()
    {
        long actionCount = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            using World world = new();
            SimulatedMachine machine = world.Machine;
            machine.Tables.Policy = (StorePolicy)(seed % 3);
            machine.Walker.Policy = seed % 4 == 3 ? TlbPolicy.Random : TlbPolicy.Never;
            Interleaver interleaver = new Interleaver(new SeededChoice(seed))
            {
                QuietShare = 4, ActionsMax = 3,
            }.WithAll(machine);
            machine.Interleaving = interleaver;
            new KernelProgram(world, seed)
            {
                Check = () =>
                {
                    Assert.Null(machine.Tables.FindUnfinished());
                    Assert.Null(machine.Walker.FindStale());
                },
            }.Run(300);
            actionCount += interleaver.ActionCount;
            Assert.InRange(machine.InvalidationCount, 20, int.MaxValue);
        }
        Assert.InRange(actionCount, 20_000, long.MaxValue);
    }

    [Fact]
    [Verifies("R-STATE-5", "I37")]
    public void A_seed_leads_to_the_same_state()
    {
        byte[]? first = null;
        for (int round = 0; round < 2; round++)
        {
            using World world = new();
            world.Machine.Tables.Policy = StorePolicy.Random;
            world.Machine.Interleaving =
                new Interleaver(new SeededChoice(4)).WithAll(world.Machine);
            new KernelProgram(world, 4).Run(200);
            first ??= world.Machine.StateBytes.ToArray();
            Assert.True(world.Machine.StateBytes.SequenceEqual(first));
        }
    }

    [Fact]
    public void A_context_of_another_CPU_is_not_switched_to()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        ref KernelState state = ref machine.State;
        state.Cpus[1].Number = 1;
        ref var context = ref state.Contexts[0];
        context.State = Kernel.Objects.ContextState.Ready;
        context.Controls.Mode = SimulatedAsp.NativeMode;
        context.Cpu = Link<Kernel.Scheduling.Cpu>.To(ref state, ref state.Cpus[1]);
        Assert.Throws<SimulationException>(
            () => SimulatedAsp.SwitchTo(ref machine.State, ref machine.State.Contexts[0]));
        machine.MakeCurrent(1);
        SimulatedAsp.SwitchTo(ref state, ref context);
        Assert.Throws<SimulationException>(
            () => new SimulatedMachine(new MachineOptions { CpuCount = 9 }));
    }

    [Fact]
    public void What_a_CPU_has_loaded_no_other_CPU_reaches()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        ref KernelState state = ref machine.State;
        state.Cpus[1].Number = 1;
        ref var context = ref state.Contexts[0];
        context.Cpu = Link<Kernel.Scheduling.Cpu>.To(ref state, ref state.Cpus[1]);
        context.Self = Link<Kernel.Objects.ExecutionContext>.To(ref state, ref context);
        Assert.Equal(
            VirtualInterruptState.Inactive,
            SimulatedAsp.SlotState(ref state, ref context, ref state.Vcpus[0], 40));
        state.Cpus[1].SystemOwner = context.Self;
        Assert.Throws<SimulationException>(() => SimulatedAsp.TryPlace(
            ref machine.State, ref machine.State.Contexts[0], ref machine.State.Vcpus[0], 40));
        machine.MakeCurrent(1);
        Assert.True(SimulatedAsp.TryPlace(ref state, ref context, ref state.Vcpus[0], 40));
    }

    [Fact]
    public void An_end_of_what_is_in_no_slot_is_counted()
    {
        using SimulatedMachine machine = new();
        ref var vcpu = ref machine.State.Vcpus[0];
        Assert.False(InterruptSlots.TryEnd(machine, ref vcpu, 40));
        Assert.Equal(1u, InterruptSlots.EndCountOf(in vcpu));
        InterruptSlots.Put(ref vcpu, 0, new InterruptSlot(40, 0, false, 0).With(true, false));
        Assert.Equal(40u, InterruptSlots.Take(ref vcpu));
        Assert.True(InterruptSlots.TryEnd(machine, ref vcpu, 40));
        Assert.Equal(1u, InterruptSlots.EndCountOf(in vcpu));
    }

    [Fact]
    public void Tables_left_unfinished_are_noticed_at_the_kernels_exit()
    {
        using World world = new();
        ref KernelState state = ref world.State;
        int page = Enumerable.Range(0, KernelState.TablePagesMax)
            .First(index => world.State.TableRecords[index].UsedEntries != 0);
        state.Tables[page][77] = TableWorld.Page();
        SimulatedAsp.IsValid(0);
        Assert.Throws<SimulationException>(() => world.Processor.Hypercall(Hypercall.Yield));
    }

    [Fact]
    public void A_spurious_interrupt_changes_nothing_but_time()
    {
        using World world = new();
        Link<Kernel.Objects.ExecutionContext> before = world.Current;
        world.Machine.Interrupts.MakeSpurious();
        world.Processor.TakeInterrupts();
        Assert.Equal(before, world.Current);
        world.Processor.TakeInterrupt();
        Assert.Equal(before, world.Current);
    }
}
