// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Tests.Harness;

namespace Bulkhead.Kernel.Tests.Processors;

public class StandstillTests
{
    private const ulong OnSecond = 2ul << 32;

    [Fact]
    public void A_cpu_that_is_held_stands_until_it_is_let_go()
    {
        using KernelHarness kernel = new(cpus: 3);
        ref Cpu first = ref kernel.State.Cpus[0];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        Standstill<SimulatedAsp>.HoldAll(ref kernel.State, 0b110);
        Assert.Equal(0b110u, kernel.State.Shared.Held);
        Assert.Equal((uint)Standing.Still, kernel.State.Cpus[1].Standing);
        Assert.Equal((uint)Standing.Still, kernel.State.Cpus[2].Standing);
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref first);
        Assert.Equal(0u, kernel.State.Shared.Held);
        Assert.Equal((uint)Standing.Free, kernel.State.Cpus[1].Standing);
        Assert.Equal((byte)1, kernel.State.Cpus[1].MustDispatch);
    }

    [Fact]
    public void Whoever_is_asked_stands_in_its_handler_and_chooses_anew_afterwards()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu second = ref kernel.State.Cpus[1];
        kernel.Machine.IsConcurrent = true;
        LettingGo owner = new();
        kernel.Machine.Interleaving = owner;
        kernel.Machine.MakeCurrent(1);
        second.MustDispatch = 0;
        Standstill<SimulatedAsp>.Answer(ref kernel.State, ref second);
        Assert.Equal((0, 0u), (owner.SeenStill, second.MustDispatch));
        second.Standing = (uint)Standing.Asked;
        InterruptEntry<SimulatedAsp>.Called(ref kernel.State, ref second);
        Assert.Equal((LettingGo.Rounds, 1u), (owner.SeenStill, second.MustDispatch));
        Assert.Equal((uint)Standing.Free, second.Standing);
        kernel.Machine.Interleaving = null;
        kernel.Machine.MakeCurrent(0);
    }

    // The owner of the structure lock, which works for some rounds.
    private sealed class LettingGo : IInterleaving
    {
        internal const int Rounds = 3;

        internal int SeenStill { get; private set; }

        public void At(SimulatedMachine machine, OrderingPoint point)
        {
            ref Cpu second = ref machine.State.Cpus[1];
            if (point != OrderingPoint.Relax || second.Standing != (uint)Standing.Still) return;
            if (++SeenStill == Rounds) second.Standing = (uint)Standing.Free;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_never_answers_or_is_never_let_go_is_an_error_of_the_kernel(bool answers)
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu first = ref kernel.State.Cpus[0];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        kernel.Machine.IsConcurrent = true;
        kernel.Machine.Interleaving = new DoingNothing();
        if (answers)
        {
            kernel.Machine.MakeCurrent(1);
            kernel.State.Cpus[1].Standing = (uint)Standing.Asked;
        }

        KernelPanicException panic = Assert.Throws<KernelPanicException>(() =>
        {
            ref Cpu second = ref kernel.State.Cpus[1];
            if (answers) Standstill<SimulatedAsp>.Answer(ref kernel.State, ref second);
            else Standstill<SimulatedAsp>.HoldAll(ref kernel.State, 0b10);
        });
        Assert.Equal(Invariant.CpuAnswers, panic.Invariant);
        kernel.Machine.Interleaving = null;
    }

    private sealed class DoingNothing : IInterleaving
    {
        public void At(SimulatedMachine machine, OrderingPoint point)
        {
        }
    }

    [Fact]
    public void Whoever_stands_still_has_given_up_what_it_has_loaded()
    {
        using KernelHarness kernel = new(cpus: 2);
        VirtualMachine machine = new(kernel, cpu: 1);
        ref Cpu second = ref kernel.State.Cpus[1];
        kernel.Machine.IsConcurrent = true;
        kernel.Machine.Interleaving = new LettingGo();
        kernel.Machine.MakeCurrent(1);
        second.SystemOwner = machine.Vcpu();
        second.Standing = (uint)Standing.Asked;
        Standstill<SimulatedAsp>.Answer(ref kernel.State, ref second);
        Assert.True(second.SystemOwner.IsNone);
        kernel.Machine.Interleaving = null;
        kernel.Machine.IsConcurrent = false;
        kernel.Machine.MakeCurrent(0);
    }

    [Fact]
    public void The_second_cpu_holds_the_others_and_not_itself()
    {
        using KernelHarness kernel = new(cpus: 3);
        ref Cpu second = ref kernel.State.Cpus[1];
        kernel.Machine.MakeCurrent(1);
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref second));
        Standstill<SimulatedAsp>.HoldAll(ref kernel.State, uint.MaxValue);
        Assert.Equal(0b101u, kernel.State.Shared.Held);
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref second);
    }

    [Fact]
    public void The_callers_own_and_those_that_do_not_run_are_never_held()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref Cpu first = ref kernel.State.Cpus[0];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref first));
        Standstill<SimulatedAsp>.HoldAll(ref kernel.State, uint.MaxValue);
        Assert.Equal(0b10u, kernel.State.Shared.Held);
        Assert.Equal((uint)Standing.Free, kernel.State.Cpus[0].Standing);
        Assert.Equal((uint)Standing.Free, kernel.State.Cpus[2].Standing);
    }

    [Fact]
    [Verifies("I15")]
    public void A_thread_of_another_cpu_runs_there_and_is_stopped_from_here()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint thread = StartOnSecond(kernel);
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(kernel.ContextOf(thread), kernel.Processors[1].Current);
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        kernel.Processors[1].TakeInterrupts();
        Assert.True(kernel.Processors[1].Current.IsNone);
        Assert.Equal(0u, kernel.State.Shared.Held);
    }

    [Fact]
    [Verifies("I30")]
    public void A_running_thread_is_destroyed_from_another_cpu_and_its_row_used_again()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint thread = StartOnSecond(kernel);
        kernel.Processors[1].TakeInterrupts();
        Link<ExecutionContext> row = kernel.ContextOf(thread);
        kernel.Call(Hypercall.Revoke, thread, 1).Succeeds();
        uint next = StartOnSecond(kernel);
        Assert.Equal(row, kernel.ContextOf(next));
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(row, kernel.Processors[1].Current);
        Assert.Equal(0x40_0000ul, row.In(ref kernel.State).Frame[RegisterFrame.ProgramCounter]);
    }

    [Fact]
    public void A_server_of_another_cpu_is_not_called()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint server = kernel.FreeSelector();
        kernel.Call(
            Hypercall.CreateThread, server, OnSecond | Selectors.OwnDomain, kernel.FreeUtcb(),
            0x50_0000, 0).Succeeds();
        uint portal = kernel.CreatePortal(server);
        Assert.Equal(Status.BadCpu, kernel.Call(Hypercall.Call, portal, 0).Status);
        Assert.Equal(
            ContextState.Idle, kernel.ContextOf(server).In(ref kernel.State).State);
    }

    private static uint StartOnSecond(KernelHarness kernel)
    {
        uint thread = kernel.FreeSelector();
        kernel.Call(
            Hypercall.CreateThread, thread, OnSecond | Selectors.OwnDomain, kernel.FreeUtcb(),
            0x50_0000, 0x40_0000).Succeeds();
        kernel.Schedule(thread, 10);
        return thread;
    }
}
