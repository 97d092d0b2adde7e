// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("I16")]
public class HandOverTests
{
    private const byte Priority = 50;
    private const ulong Budget = 100_000;

    [Theory]
    [InlineData(Budget, 0)]
    [InlineData(0, 0)]
    [InlineData(Budget, 10 * Budget)]
    public void A_guest_that_waits_lets_the_next_of_its_ring_run(ulong budget, ulong period)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = Pair(kernel, budget, period);
        SchedulingContext before = machine.Paying(1);
        kernel.Advance(300);
        machine.Halt();
        kernel.AssertCurrent(machine.Vcpu(0));
        ref SchedulingContext after = ref machine.Paying(1);
        Assert.Equal(SchedulingState.Blocked, after.State);
        Assert.Equal(ContextState.Halted, machine.Context(1).State);
        ulong paid = after.ConsumedTicks - before.ConsumedTicks;
        Assert.True(paid >= 300);
        if (budget != 0) Assert.Equal(paid, before.RemainingTicks - after.RemainingTicks);
        Assert.Equal(machine.Context(0).Scheduling, kernel.State.Cpus[0].Current);
        Assert.Equal(machine.Vcpu(0), kernel.State.Cpus[0].SystemOwner);
        // Alone now: nobody is left to run behind it.
        Assert.Equal(40u, machine.Take(0));
        machine.End(40, 0);
        machine.Halt();
        kernel.AssertIdle();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_budget_that_just_ended_is_not_overdrawn(ulong used)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = Pair(kernel, Budget, 0);
        machine.Paying(1).RemainingTicks = 1;
        kernel.State.Cpus[0].ChargedUntil -= used;
        machine.Halt();
        kernel.AssertCurrent(machine.Vcpu(0));
        Assert.Equal(Budget, machine.Paying(1).RemainingTicks);
    }

    [Fact]
    public void A_next_guest_whose_period_began_has_its_budget_again()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = Pair(kernel, Budget, 10 * Budget);
        machine.Paying(1).PeriodTicks = 0;
        machine.Paying(0).RemainingTicks = 5;
        machine.Paying(0).PeriodStart = kernel.Now - (10 * Budget);
        kernel.Processor.Halt();
        kernel.AssertCurrent(machine.Vcpu(0));
        Assert.Equal(Budget, machine.Paying(0).RemainingTicks);
    }

    [Fact]
    public void The_turn_of_a_next_guest_that_is_not_the_last_ends()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 3, budget: Budget);
        for (int number = 0; number < 2; number++)
        {
            machine.Configure(40, isEdge: true, number: number);
        }

        machine.Start();
        kernel.WakeRoot();
        for (int number = 0; number < 2; number++)
        {
            machine.Request(VirtualInterruptOperation.SetPending, 40, number);
        }

        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu(2));
        kernel.Advance(300);
        machine.Halt();
        kernel.AssertCurrent(machine.Vcpu(0));
        Assert.Equal(
            kernel.Cpu.ChargedUntil + machine.Paying(0).RemainingTicks, kernel.Cpu.ArmedTicks);
    }

    [Fact]
    public void A_thread_that_is_next_runs()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, budget: Budget);
        machine.Start();
        kernel.WakeRoot();
        uint thread = kernel.CreateThread();
        kernel.Schedule(thread, Priority, Budget);
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu());
        machine.Halt();
        kernel.AssertCurrent(kernel.ContextOf(thread));
    }

    [Fact]
    public void A_next_guest_that_has_something_to_report_does_so_first()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2, budget: Budget);
        machine.Start();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector(0)).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu(1));
        machine.Halt();
        machine.ExpectExit(ExitKind.Recall);
    }

    // Two guests of one ring that can both run; the second does.
    private static VirtualMachine Pair(KernelHarness kernel, ulong budget, ulong period)
    {
        VirtualMachine machine = new(kernel, count: 2, budget: budget, period: period);
        machine.Configure(40, isEdge: true, number: 0);
        machine.Start();
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 40, 0);
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu(1));
        return machine;
    }
}
