// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Tests.Harness;

namespace Bulkhead.Kernel.Tests.Processors;

public class StructureLockTests
{
    [Fact]
    public void One_cpu_has_it_at_a_time()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu first = ref kernel.State.Cpus[0];
        ref Cpu second = ref kernel.State.Cpus[1];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        Assert.False(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref first);
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref second);
        Assert.Equal(0u, kernel.State.Shared.Owner);
    }

    [Fact]
    public void Whoever_had_it_gives_way_to_whoever_asked_but_not_for_ever()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu first = ref kernel.State.Cpus[0];
        ref Cpu second = ref kernel.State.Cpus[1];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        Assert.False(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref first);
        Assert.False(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        int rounds = 1;
        while (!StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first)) rounds++;
        Assert.InRange(rounds, 2, 16);
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref first);
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref second);
        // Nobody asks any more: no courtesy.
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
    }

    [Fact]
    public void A_hypercall_that_finds_it_taken_is_executed_again_and_changes_nothing()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu second = ref kernel.State.Cpus[1];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        ulong counter = root.Frame[RegisterFrame.ProgramCounter];
        root.Frame[0] = kernel.FreeSelector();
        root.Frame[1] = 5;
        Kernel.Hypercalls.Dispatcher<SimulatedAsp>.Handle(
            ref kernel.State, ref root, Hypercall.CreateSemaphore);
        Assert.Equal(counter - 4, root.Frame[RegisterFrame.ProgramCounter]);
        Assert.Equal(5ul, root.Frame[1]);
        Assert.True(kernel.Slot((uint)root.Frame[0]).In(ref kernel.State).IsEmpty);
    }

    [Fact]
    public void No_hypercall_keeps_it_refused_or_not()
    {
        using KernelHarness kernel = new(cpus: 2);
        kernel.Call(Hypercall.CreateSemaphore, kernel.FreeSelector(), 0).Succeeds();
        Assert.Equal(0u, kernel.State.Shared.Owner);
        kernel.Call(Hypercall.CreateSemaphore, 0, 0)
            .Refuses(Status.BadCapability, Reason.SlotZero);
        Assert.Equal(0u, kernel.State.Shared.Owner);
        kernel.Call(Hypercall.Stop, 250).Refuses(Status.BadCapability, Reason.SlotEmpty);
        Assert.Equal((0u, 0u), (kernel.State.Shared.Owner, kernel.State.Shared.Held));
    }

    [Fact]
    public void Whoever_does_not_get_it_lets_others_go_on()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu first = ref kernel.State.Cpus[0];
        ref Cpu second = ref kernel.State.Cpus[1];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        CountingRelaxes others = new();
        kernel.Machine.IsConcurrent = true;
        kernel.Machine.Interleaving = others;
        Assert.False(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        kernel.Machine.Interleaving = null;
        kernel.Machine.IsConcurrent = false;
        Assert.Equal(1, others.Count);
    }

    private sealed class CountingRelaxes : IInterleaving
    {
        internal int Count { get; private set; }

        public void At(SimulatedMachine machine, OrderingPoint point)
        {
            if (point == OrderingPoint.Relax) Count++;
        }
    }
}
