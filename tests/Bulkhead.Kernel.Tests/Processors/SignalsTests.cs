// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Tests.Harness;

namespace Bulkhead.Kernel.Tests.Processors;

public class SignalsTests
{
    private const ulong OnSecond = 2ul << 32;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_raise_is_counted_at_home_when_its_cpu_hears_of_it(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath, cpus: 2);
        uint semaphore = CreateAway(kernel, 3);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        ref Semaphore row = ref kernel.SemaphoreOf(semaphore).In(ref kernel.State);
        Assert.Equal((3ul, 2u), (row.Count, row.Incoming));
        Assert.True(kernel.Machine.Interrupts.IsDeliverable(1));
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal((5ul, 0u), (row.Count, row.Incoming));
        Assert.False(kernel.Machine.Interrupts.IsDeliverable(1));
    }

    [Fact]
    [Verifies("I16")]
    public void Waiters_come_before_the_count()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = CreateAway(kernel, 0);
        uint thread = kernel.FreeSelector();
        kernel.Call(
            Hypercall.CreateThread, thread, OnSecond | Selectors.OwnDomain, kernel.FreeUtcb(),
            0x50_0000, 0x40_0000).Succeeds();
        kernel.Schedule(thread, 10);
        kernel.Processors[1].TakeInterrupts();
        Link<ExecutionContext> waiter = kernel.ContextOf(thread);
        ref ExecutionContext context = ref waiter.In(ref kernel.State);
        context.Frame[0] = semaphore;
        context.Frame[1] = ulong.MaxValue;
        context.Frame[2] = 0;
        kernel.Processors[1].Hypercall(Hypercall.SemaphoreDown);
        Assert.Equal(ContextState.Waiting, context.State);
        for (int count = 0; count < 3; count++)
        {
            kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        }
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(waiter, kernel.Processors[1].Current);
        Assert.Equal((0ul, 1ul), (context.Frame[0], context.Frame[1]));
        Assert.Equal(2ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void Only_threads_of_its_home_wait_on_it()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = CreateAway(kernel, 1);
        Assert.Equal(Status.BadCpu, kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 0).Status);
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_count_does_not_grow_beyond_the_greatest()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = CreateAway(kernel, uint.MaxValue);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(
            SemaphoreQueue.CountMax,
            kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    [Verifies("R-RESIDUE-1")]
    public void What_was_sent_to_a_semaphore_that_goes_reaches_no_successor()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = CreateAway(kernel, 0);
        Link<Semaphore> row = kernel.SemaphoreOf(semaphore);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.Discard, semaphore).Succeeds();
        Assert.Equal(row, kernel.SemaphoreOf(CreateAway(kernel, 0)));
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(0ul, row.In(ref kernel.State).Count);
    }

    [Fact]
    public void Software_interrupts_are_pending_when_their_cpu_hears_of_them()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.Machine.MakeCurrent();
        Signals<SimulatedAsp>.Pend(ref kernel.State, ref machine.Context(), 1u << 3);
        Signals<SimulatedAsp>.Pend(ref kernel.State, ref machine.Context(), 1u << 15);
        ref VirtualCpu vcpu = ref machine.Row();
        Assert.Equal((0x8008u, false), (vcpu.Incoming, vcpu.Interrupts.Pending.Has(3)));
        Assert.True(kernel.Machine.Interrupts.IsDeliverable(0));
        kernel.Processors[0].TakeInterrupts();
        Assert.Equal(0u, vcpu.Incoming);
        for (uint interrupt = 0; interrupt < 16; interrupt++)
        {
            Assert.Equal(interrupt is 3 or 15, vcpu.Interrupts.Pending.Has(interrupt));
        }
        Assert.False(kernel.Machine.Interrupts.IsDeliverable(0));
    }

    [Fact]
    public void Each_virtual_cpu_has_a_signal_of_its_own()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        kernel.Machine.MakeCurrent();
        Signals<SimulatedAsp>.Pend(ref kernel.State, ref machine.Context(1), 1u << 3);
        kernel.Processors[0].TakeInterrupts();
        Assert.True(machine.Row(1).Interrupts.Pending.Has(3));
        Assert.False(machine.Row(0).Interrupts.Pending.Has(3));
    }

    [Fact]
    public void Semaphores_beyond_the_first_word_of_signals_are_raised()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = CreateAway(kernel, 0);
        for (int count = 0; count < 64; count++) semaphore = CreateAway(kernel, 0);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_signal_without_a_raise_wakes_nobody()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> waiter = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(waiter, semaphore);
        Link<Semaphore> link = kernel.SemaphoreOf(semaphore);
        int index = (int)link.Behind(
            Link<Semaphore>.To(ref kernel.State, ref kernel.State.Semaphores[0]));
        kernel.Cpu.Signals[index / 64] |= 1ul << (index % 64);
        kernel.Machine.MakeCurrent();
        Signals<SimulatedAsp>.Receive(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(ContextState.Waiting, waiter.In(ref kernel.State).State);
        Assert.Equal(0ul, link.In(ref kernel.State).Count);
    }

    private static uint CreateAway(KernelHarness kernel, ulong count)
    {
        uint semaphore = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateSemaphore, semaphore, OnSecond | count).Succeeds();
        return semaphore;
    }
}
