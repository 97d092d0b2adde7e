// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

/// <summary>Who runs when a guest halts, and who rests.</summary>
[Verifies("I15")]
public class HaltedGuestTests
{
    [Fact]
    public void When_a_guest_halts_the_server_of_who_is_next_runs()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer(), portal = kernel.CreatePortal(server);
        Link<ExecutionContext> caller = kernel.ContextOf(kernel.StartThread(50));
        VirtualMachine machine = new(kernel);
        kernel.ParkRoot();
        kernel.CallPortal(caller, portal);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.Call(kernel.ContextOf(server), Hypercall.Yield);
        machine.ExpectExit(ExitKind.Startup);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu());
        machine.Halt();
        kernel.AssertCurrent(kernel.ContextOf(server));
    }

    [Fact]
    public void When_a_guest_halts_who_is_next_has_its_new_budget()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 40, 100, 1000);
        machine.Start();
        ref SchedulingContext entry = ref kernel.SchedulingOf(scheduling).In(ref kernel.State);
        entry.RemainingTicks = 5;
        entry.PeriodStart = kernel.Now - 1000;
        machine.Halt();
        kernel.AssertCurrent(kernel.ContextOf(thread));
        Assert.Equal(100ul, entry.RemainingTicks);
    }

    [Fact]
    public void What_is_withdrawn_rests_no_longer_and_nothing_else_is_disturbed()
    {
        using KernelHarness kernel = new();
        Link<SchedulingContext> first =
            kernel.SchedulingOf(kernel.Schedule(kernel.CreateThread(), 10));
        Link<SchedulingContext> second =
            kernel.SchedulingOf(kernel.Schedule(kernel.CreateThread(), 10));
        kernel.Machine.MakeCurrent();
        kernel.Cpu.Resting = second;
        Scheduler<SimulatedAsp>.Withdraw(ref kernel.State, ref kernel.Cpu, first);
        Assert.Equal(second, kernel.Cpu.Resting);
        Scheduler<SimulatedAsp>.Withdraw(ref kernel.State, ref kernel.Cpu, second);
        Assert.True(kernel.Cpu.Resting.IsNone);
    }
}
