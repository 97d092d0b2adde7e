// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Health;

/// <summary>Timers and budgets that find nothing to do, which the kernel itself never
/// arranges.</summary>
public class StrayTimeTests
{
    [Fact]
    public void A_deadline_of_a_thread_that_does_not_wait_changes_nothing()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[0] = 77;
        SemaphoreQueue<SimulatedAsp>.TimeOut(ref kernel.State, ref root);
        Assert.Equal((ContextState.Ready, 77ul), (root.State, root.Frame[0]));
    }

    [Fact]
    public void A_full_heap_of_timers_for_nothing_empties_in_steps()
    {
        using SimulatedMachine machine = new();
        machine.MakeCurrent();
        ref KernelState state = ref machine.State;
        ref Cpu cpu = ref state.Cpus[0];
        for (int index = 0; index < KernelState.ContextsMax; index++)
        {
            Arm(ref state, ref cpu, ref state.Contexts[index].Deadline);
        }
        for (int index = 0; index < KernelState.SchedulingContextsMax; index++)
        {
            Arm(ref state, ref cpu, ref state.SchedulingContexts[index].Replenishment);
        }
        for (int index = 0; index < KernelState.VcpusMax; index++)
        {
            Arm(ref state, ref cpu, ref state.Vcpus[index].Timer);
        }
        cpu.WindowEndTicks = ulong.MaxValue;
        Assert.Equal(TimerHeap.NodesMax, cpu.Timers.Count);
        for (int left = TimerHeap.NodesMax; left > 0; left -= 16)
        {
            Assert.Equal(left, cpu.Timers.Count);
            Timers<SimulatedAsp>.Expire(ref state, ref cpu);
            Assert.Equal(left > 16 ? 1ul : ulong.MaxValue, cpu.Timers.EarliestTicks);
        }
        Assert.Equal(0, cpu.Timers.Count);
    }

    [Fact]
    public void A_replenishment_that_is_not_due_gives_no_time()
    {
        using KernelHarness kernel = new();
        kernel.Machine.MakeCurrent();
        ref SchedulingContext entry = ref kernel.Cpu.Current.In(ref kernel.State);
        Link<SchedulingContext> link = kernel.Cpu.Current;
        Scheduler<SimulatedAsp>.Replenish(ref kernel.State, ref kernel.Cpu, link);
        Assert.Equal((SchedulingState.Queued, 0ul), (entry.State, entry.RemainingTicks));
        Assert.Equal(0, kernel.Cpu.MustDispatch);
        kernel.CheckInvariants();
    }

    [Fact]
    public void Yielding_while_nothing_runs_only_asks_for_a_choice()
    {
        using KernelHarness kernel = new();
        Link<SchedulingContext> running = kernel.Cpu.Current;
        ref SchedulingContext entry = ref running.In(ref kernel.State);
        kernel.Cpu.Current = default;
        Scheduler<SimulatedAsp>.Yield(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(1, kernel.Cpu.MustDispatch);
        Assert.Equal(running, kernel.Cpu.Queue.First);
        kernel.Cpu.Current = running;
        kernel.Cpu.MustDispatch = 0;
        entry.State = SchedulingState.Blocked;
        Scheduler<SimulatedAsp>.Yield(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(1, kernel.Cpu.MustDispatch);
        Assert.Equal(running, kernel.Cpu.Queue.First);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(1000ul)]
    public void A_budget_that_ends_off_the_queue_moves_nothing(ulong period)
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint selector = kernel.Schedule(thread, 20, 100, period);
        uint peer = kernel.CreateThread();
        kernel.Schedule(peer, 20, 100, period);
        kernel.ParkRoot();
        Link<SchedulingContext> running = kernel.Cpu.Current;
        ref SchedulingContext entry = ref running.In(ref kernel.State);
        Assert.True(running == kernel.SchedulingOf(selector));
        entry.State = SchedulingState.Blocked;
        kernel.Machine.Clock.Ticks += 100;
        kernel.Processor.Dispatch();
        Assert.Equal(SchedulingState.Blocked, entry.State);
        Assert.Equal(running, kernel.Cpu.Queue.Head(20));
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void Periods_that_passed_unnoticed_leave_a_whole_budget_less_what_ran()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.Schedule(kernel.CreateThread(), 20, 100, 1000);
        kernel.ParkRoot();
        ref SchedulingContext entry = ref kernel.SchedulingOf(selector).In(ref kernel.State);
        Assert.True(kernel.Cpu.Current == kernel.SchedulingOf(selector));
        kernel.Advance(10);
        kernel.Processor.Dispatch();
        entry.PeriodStart = kernel.Now - 3500;
        kernel.Machine.Clock.Ticks += 7;
        kernel.Processor.Dispatch();
        Assert.Equal(93ul, entry.RemainingTicks);
        Assert.Equal(kernel.Now - 507, entry.PeriodStart);
    }

    private static void Arm(ref KernelState state, ref Cpu cpu, ref TimerNode node) =>
        cpu.Timers.Insert(ref state, Link<TimerNode>.To(ref state, ref node), 1);
}
