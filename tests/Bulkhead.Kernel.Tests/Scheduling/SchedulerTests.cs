// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("R-STATE-4", "I15", "I21")]
public class SchedulerTests
{
    [Fact]
    public void The_highest_priority_runs()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(20));
        Link<ExecutionContext> middle = kernel.ContextOf(kernel.StartThread(15));
        uint semaphore = kernel.CreateSemaphore();
        kernel.ParkRoot();
        foreach (Link<ExecutionContext> expected in new[] { high, middle, low })
        {
            kernel.AssertCurrent(expected);
            kernel.Wait(expected, semaphore);
        }
        kernel.AssertIdle();
    }

    [Fact]
    public void A_new_thread_of_higher_priority_preempts_its_creator()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        kernel.Call(Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, 250, 0, 0);
        kernel.AssertCurrent(kernel.ContextOf(thread));
        Assert.Equal(0ul, kernel.Root.In(ref kernel.State).Frame[0]);
    }

    [Fact]
    public void Equal_priorities_take_turns_by_yielding()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext>[] threads =
            [.. Enumerable.Range(0, 3).Select(_ => kernel.ContextOf(kernel.StartThread(10)))];
        kernel.ParkRoot();
        for (int turn = 0; turn < 7; turn++)
        {
            kernel.Call(threads[turn % 3], Hypercall.Yield).Succeeds();
        }
    }

    [Fact]
    public void A_budget_without_period_is_a_slice_of_round_robin()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> first = kernel.ContextOf(kernel.StartThread(10, budget: 100));
        Link<ExecutionContext> second = kernel.ContextOf(kernel.StartThread(10, budget: 50));
        kernel.ParkRoot();
        for (int round = 0; round < 3; round++)
        {
            kernel.AssertCurrent(first);
            kernel.Advance(99);
            kernel.AssertCurrent(first);
            kernel.Advance(1);
            kernel.AssertCurrent(second);
            kernel.Advance(49);
            kernel.AssertCurrent(second);
            kernel.Advance(1);
        }
    }

    [Fact]
    [Verifies("R-QUOTA-2", "I18")]
    public void A_depleted_budget_waits_for_its_period_to_the_tick()
    {
        using KernelHarness kernel = new();
        ulong start = kernel.Now;
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 100, 1000);
        Link<ExecutionContext> high = kernel.ContextOf(thread);
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        ref SchedulingContext entry = ref kernel.SchedulingOf(scheduling).In(ref kernel.State);
        for (ulong period = 0; period < 4; period++)
        {
            Assert.Equal(start + (period * 1000), kernel.Now);
            kernel.AssertCurrent(high);
            kernel.Advance(99);
            kernel.AssertCurrent(high);
            kernel.Advance(1);
            kernel.AssertCurrent(low);
            Assert.Equal((SchedulingState.Depleted, 0ul), (entry.State, entry.RemainingTicks));
            kernel.Advance(899);
            kernel.AssertCurrent(low);
            kernel.Advance(1);
            Assert.Equal((period + 1) * 100, entry.ConsumedTicks);
        }
    }

    [Fact]
    public void An_interrupt_is_let_in_among_many_chains_that_lead_nowhere()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore(), bell = kernel.CreateSemaphore();
        uint server = kernel.CreateServer(), portal = kernel.CreatePortal(server);
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 1, bell).Succeeds();
        Link<ExecutionContext> alarm = kernel.ContextOf(kernel.StartThread(30));
        uint[] callers = [.. Enumerable.Range(0, 12).Select(_ => kernel.StartThread(20))];
        kernel.ParkRoot();
        kernel.Wait(alarm, bell);
        foreach (uint caller in callers)
        {
            kernel.CallPortal(kernel.ContextOf(caller), portal);
            if (caller == callers[0]) kernel.Wait(kernel.ContextOf(server), gate);
        }
        kernel.AssertIdle();
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, gate).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(kernel.ContextOf(server));
        int looks = 0;
        kernel.Machine.AtPreemption = () =>
        {
            if (looks++ == 0) kernel.Machine.Interrupts.Raise(BootImage.InterruptIds[1]);
        };
        kernel.Wait(kernel.ContextOf(server), gate);
        kernel.Machine.AtPreemption = null;
        Assert.NotEqual(0, looks);
        kernel.AssertCurrent(alarm);
        kernel.Wait(alarm, bell);
        kernel.AssertIdle();
        kernel.CheckInvariants();
    }

    [Fact]
    public void What_runs_across_the_start_of_a_period_is_charged_to_it()
    {
        using KernelHarness kernel = new();
        ulong start = kernel.Now;
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 500, 1000);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Wait(link, semaphore, start + 900);
        kernel.Advance(900);
        kernel.AssertCurrent(link);
        // 500 are left at 900; the period that begins at 1000 has a budget of 500 of its own, used
        // until 1500.
        kernel.Advance(599);
        kernel.AssertCurrent(link);
        kernel.Advance(1);
        kernel.AssertIdle();
        Assert.Equal(600ul, kernel.SchedulingOf(scheduling).In(ref kernel.State).ConsumedTicks);
        kernel.Advance(499);
        kernel.AssertIdle();
        kernel.Advance(1);
        kernel.AssertCurrent(link);
        Assert.Equal(start + 2000, kernel.Now);
    }

    [Fact]
    public void A_budget_is_not_saved_while_its_owner_sleeps()
    {
        using KernelHarness kernel = new();
        ulong start = kernel.Now;
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 100, 1000);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Advance(60);
        kernel.Wait(link, semaphore, start + 5500);
        kernel.Advance(5440);
        kernel.AssertCurrent(link);
        ref SchedulingContext entry = ref kernel.SchedulingOf(scheduling).In(ref kernel.State);
        Assert.Equal((start + 5000, 100ul), (entry.PeriodStart, entry.RemainingTicks));
        kernel.Advance(100);
        kernel.AssertIdle();
    }

    [Fact]
    public void Time_that_a_server_uses_is_its_callers()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 300, 1000);
        Link<ExecutionContext> client = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Advance(50);
        kernel.CallPortal(client, portal);
        kernel.Advance(200);
        kernel.Reply(kernel.ContextOf(server));
        kernel.Advance(49);
        kernel.AssertCurrent(client);
        kernel.Advance(1);
        kernel.AssertIdle();
        Assert.Equal(300ul, kernel.SchedulingOf(scheduling).In(ref kernel.State).ConsumedTicks);
    }

    [Fact]
    public void A_caller_out_of_budget_leaves_its_server_to_a_helper()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint poor = kernel.CreateThread();
        kernel.Schedule(poor, 30, 100, 100_000);
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.CallPortal(kernel.ContextOf(poor), portal, 1);
        kernel.Advance(100);
        kernel.AssertCurrent(low);
        kernel.CallPortal(low, portal, 2);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.Reply(kernel.ContextOf(server), 11);
        // The poor caller has its answer but no time; the helper's own call comes next.
        kernel.AssertCurrent(kernel.ContextOf(server));
        Assert.Equal(2ul, kernel.ResultOf(kernel.Current)[2]);
        Assert.Equal(11ul, kernel.ResultOf(kernel.ContextOf(poor)).Succeeds()[2]);
        kernel.Reply(kernel.ContextOf(server), 12);
        Assert.Equal(12ul, kernel.ResultOf(low).Succeeds()[2]);
    }

    [Fact]
    public void A_timer_that_expired_while_dispatching_is_not_set_behind_the_budget()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> waiter = kernel.ContextOf(kernel.StartThread(30));
        kernel.StartThread(10, budget: 1_000_000);
        kernel.ParkRoot();
        // Each reading of the counter takes longer than the deadline is away.
        kernel.Machine.Clock.ReadTicks = 10;
        kernel.Wait(waiter, semaphore, kernel.Now + 5);
        Assert.True(kernel.Machine.Clock.DeadlineTicks <= kernel.Now);
        kernel.Machine.Clock.ReadTicks = 0;
        kernel.Advance(0);
        kernel.AssertCurrent(waiter);
        kernel.ResultOf(waiter).Refuses(Status.Timeout, Reason.DeadlinePassed);
    }

    [Fact]
    public void Calls_may_be_nested_as_deep_as_there_are_servers()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(objects: 200);
        List<(uint Server, uint Portal)> servers = [];
        for (int count = 0; count < KernelState.UtcbsMax - 3; count++)
        {
            uint server = kernel.CreateServer(domain);
            servers.Add((server, kernel.CreatePortal(server)));
        }
        Link<ExecutionContext> client = kernel.ContextOf(kernel.StartThread(10));
        Link<ExecutionContext> late = kernel.ContextOf(kernel.StartThread(5));
        kernel.ParkRoot();
        Link<ExecutionContext> caller = client;
        for (int depth = 0; depth < servers.Count; depth++)
        {
            // A server's space is its domain's: the manager's copies would not be there.
            caller.In(ref kernel.State).Slots = kernel.Root.In(ref kernel.State).Slots;
            kernel.CallPortal(caller, servers[depth].Portal);
            caller = kernel.ContextOf(servers[depth].Server);
        }
        kernel.WakeRoot();
        kernel.ParkRoot();
        kernel.AssertCurrent(caller);
        uint semaphore = 248;
        kernel.WakeRoot();
        kernel.Call(Hypercall.CreateSemaphore, semaphore, 0).Succeeds();
        kernel.ParkRoot();
        caller.In(ref kernel.State).Slots = kernel.Root.In(ref kernel.State).Slots;
        kernel.Wait(caller, semaphore);
        // Nobody is helped through that many calls.
        kernel.CallPortal(late, servers[0].Portal).Refuses(Status.BadParameter, Reason.CallDepth);
        kernel.Call(late, Hypercall.SemaphoreUp, semaphore).Succeeds();
        for (int depth = servers.Count - 1; depth >= 0; depth--)
        {
            kernel.Reply(kernel.ContextOf(servers[depth].Server));
        }
        kernel.AssertCurrent(client);
    }

    [Fact]
    public void An_idle_processor_is_charged_to_nobody()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20);
        uint semaphore = kernel.CreateSemaphore();
        kernel.ParkRoot();
        kernel.Wait(kernel.ContextOf(thread), semaphore, kernel.Now + 5000);
        kernel.Advance(5000);
        kernel.Advance(30);
        kernel.Wait(kernel.ContextOf(thread), semaphore, kernel.Now + 1);
        Assert.Equal(30ul, kernel.SchedulingOf(scheduling).In(ref kernel.State).ConsumedTicks);
    }

    [Fact]
    public void A_peer_that_wakes_gets_its_turn_when_the_slice_ends()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> peer = kernel.ContextOf(kernel.StartThread(10, budget: 100));
        Link<ExecutionContext> runner = kernel.ContextOf(kernel.StartThread(10, budget: 100));
        kernel.ParkRoot();
        kernel.Wait(peer, semaphore);
        kernel.AssertCurrent(runner);
        kernel.Call(runner, Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.AssertCurrent(runner);
        kernel.Advance(100);
        kernel.AssertCurrent(peer);
    }

    [Fact]
    public void What_wakes_in_a_later_period_has_its_whole_budget_at_once()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.StartThread(50, budget: 1000, period: 10_000);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Advance(600);
        kernel.Wait(link, semaphore);
        kernel.Advance(25_000);
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(link);
        Assert.Equal(kernel.Now + 1000, kernel.Machine.Clock.DeadlineTicks);
    }

    [Fact]
    public void What_follows_a_guest_that_halts_has_its_whole_budget_at_once()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, priority: 60);
        uint thread = kernel.StartThread(50, budget: 1000, period: 10_000);
        machine.Start();
        kernel.Advance(25_000);
        machine.Halt();
        kernel.AssertCurrent(kernel.ContextOf(thread));
        Assert.Equal(kernel.Now + 1000, kernel.Machine.Clock.DeadlineTicks);
    }

    [Fact]
    public void A_server_that_wakes_in_its_callers_later_period_has_the_whole_budget_at_once()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> client =
            kernel.ContextOf(kernel.StartThread(50, budget: 1000, period: 10_000));
        kernel.ParkRoot();
        kernel.Advance(600);
        kernel.CallPortal(client, portal);
        kernel.Wait(kernel.ContextOf(server), semaphore);
        kernel.Advance(25_000);
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(kernel.ContextOf(server));
        Assert.Equal(kernel.Now + 1000, kernel.Machine.Clock.DeadlineTicks);
    }

    [Fact]
    public void Without_a_budget_a_choice_ends_no_turn()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> first = kernel.ContextOf(kernel.StartThread(10));
        kernel.StartThread(10);
        kernel.ParkRoot();
        for (int round = 0; round < 3; round++)
        {
            kernel.AssertCurrent(first);
            kernel.Advance(50);
            kernel.WakeRoot();
            kernel.ParkRoot();
        }
        kernel.Processor.Dispatch();
        kernel.AssertCurrent(first);
    }
}
