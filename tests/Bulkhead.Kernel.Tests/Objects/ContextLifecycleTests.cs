// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("R-RECOVERY-2", "I25")]
public class ContextLifecycleTests
{
    [Fact]
    public void Callers_of_a_stopped_server_are_aborted()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint thread = kernel.StartThread(50);
        Link<ExecutionContext> client = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.CallPortal(client, portal);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, server).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(client);
        kernel.ResultOf(client).Refuses(Status.Aborted, Reason.ServerStopped);
        kernel.CallPortal(client, portal).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void A_caller_far_from_the_end_of_its_chain_is_woken()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint first = kernel.CreateServer(), second = kernel.CreateServer();
        uint toFirst = kernel.CreatePortal(first), toSecond = kernel.CreatePortal(second);
        Link<ExecutionContext> client = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.CallPortal(client, toFirst);
        kernel.CallPortal(kernel.ContextOf(first), toSecond);
        kernel.Wait(kernel.ContextOf(second), semaphore);
        kernel.AssertIdle();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, first).Succeeds();
        kernel.ParkRoot();
        // The client runs although the second server still sleeps.
        kernel.AssertCurrent(client);
        kernel.ResultOf(client).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void Helpers_go_on_by_themselves()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(50));
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(60));
        kernel.ParkRoot();
        uint semaphore = 249;
        kernel.WakeRoot();
        kernel.Call(Hypercall.CreateSemaphore, semaphore, 0).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(high);
        kernel.Wait(high, semaphore);
        kernel.CallPortal(low, portal);
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.ParkRoot();
        kernel.CallPortal(high, portal);
        Assert.Equal(ContextState.Helping, high.In(ref kernel.State).State);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, server).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(high);
        kernel.ResultOf(high).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void A_stopped_waiter_leaves_its_semaphore()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.StartThread(50);
        kernel.ParkRoot();
        kernel.Wait(kernel.ContextOf(thread), semaphore, kernel.Now + 1000);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        Assert.True(kernel.SemaphoreOf(semaphore).In(ref kernel.State).FirstWaiter.IsNone);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_server_whose_caller_was_stopped_is_finished_by_the_next()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server, badge: 7);
        uint first = kernel.StartThread(60);
        Link<ExecutionContext> second = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.CallPortal(kernel.ContextOf(first), portal);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, first).Succeeds();
        kernel.ParkRoot();
        kernel.AssertCurrent(second);
        kernel.CallPortal(second, portal, 1);
        kernel.AssertCurrent(kernel.ContextOf(server));
        Assert.Equal(ContextState.Helping, second.In(ref kernel.State).State);
        kernel.Reply(kernel.ContextOf(server), 99);
        // The reply to nobody frees the server; the helper's call is made again and now arrives.
        kernel.AssertCurrent(kernel.ContextOf(server));
        Assert.Equal(
            (7ul, 1ul), (kernel.ResultOf(kernel.Current)[0], kernel.ResultOf(kernel.Current)[2]));
        kernel.Reply(kernel.ContextOf(server), 100);
        Assert.Equal(100ul, kernel.ResultOf(second).Succeeds()[2]);
    }

    [Fact]
    public void A_thread_that_stops_itself_is_gone()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint thread = kernel.StartThread(50, domain);
        kernel.Delegate(thread, domain, Rights.ContextControl, 10);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Call(link, Hypercall.Stop, 10);
        Assert.Equal(ContextState.Off, link.In(ref kernel.State).State);
        kernel.AssertIdle();
    }

    [Fact]
    public void The_caller_of_a_server_that_stops_in_its_fault_is_aborted()
    {
        using KernelHarness kernel = new();
        uint handler = kernel.CreateServer();
        uint faults = kernel.CreatePortal(handler);
        uint domain = kernel.CreateDomain();
        uint server = kernel.FreeSelector();
        kernel.Call(
            Hypercall.CreateThread, server, domain, NativeLayout.Utcb, KernelHarness.Stack, 0, 0,
            faults).Succeeds();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> client = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.CallPortal(client, portal);
        kernel.Processor.Fault(FaultKind.DataAccess, 1, 2);
        kernel.AssertCurrent(kernel.ContextOf(handler));
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, handler).Succeeds();
        Assert.Equal(ContextState.Off, kernel.ContextOf(server).In(ref kernel.State).State);
        kernel.ParkRoot();
        kernel.AssertCurrent(client);
        kernel.ResultOf(client).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void A_helper_that_stops_is_counted_no_more()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint gate = kernel.CreateSemaphore();
        uint high = kernel.StartThread(60), low = kernel.StartThread(50);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        kernel.ParkRoot();
        kernel.Wait(kernel.ContextOf(high), gate);
        kernel.CallPortal(kernel.ContextOf(low), portal);
        kernel.Call(link, Hypercall.SemaphoreUp, gate);
        kernel.CallPortal(kernel.ContextOf(high), portal);
        Assert.Equal(1u, link.In(ref kernel.State).HelperCount);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, high).Succeeds();
        Assert.Equal(0u, link.In(ref kernel.State).HelperCount);
    }

    [Fact]
    public void Only_helpers_of_the_stopped_server_go_on()
    {
        using KernelHarness kernel = new();
        uint stopped = kernel.CreateServer(), other = kernel.CreateServer();
        uint toStopped = kernel.CreatePortal(stopped), toOther = kernel.CreatePortal(other);
        uint firstGate = kernel.CreateSemaphore(), secondGate = kernel.CreateSemaphore();
        uint hold = kernel.CreateSemaphore();
        // The row of the other server's helper comes first.
        Link<ExecutionContext> stays = kernel.ContextOf(kernel.StartThread(70));
        Link<ExecutionContext> goes = kernel.ContextOf(kernel.StartThread(60));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(50));
        Link<ExecutionContext> lowest = kernel.ContextOf(kernel.StartThread(40));
        kernel.ParkRoot();
        kernel.Wait(stays, secondGate);
        kernel.Wait(goes, firstGate);
        kernel.CallPortal(low, toOther);
        kernel.Wait(kernel.ContextOf(other), hold);
        kernel.CallPortal(lowest, toStopped);
        kernel.Call(kernel.ContextOf(stopped), Hypercall.SemaphoreUp, firstGate);
        kernel.CallPortal(goes, toStopped);
        kernel.Call(kernel.ContextOf(stopped), Hypercall.SemaphoreUp, secondGate);
        kernel.CallPortal(stays, toOther);
        Assert.Equal(ContextState.Helping, goes.In(ref kernel.State).State);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, stopped).Succeeds();
        Assert.Equal(ContextState.Helping, stays.In(ref kernel.State).State);
        Assert.Equal(1u, kernel.ContextOf(other).In(ref kernel.State).HelperCount);
        kernel.ParkRoot();
        kernel.AssertCurrent(goes);
        kernel.ResultOf(goes).Refuses(Status.Aborted, Reason.ServerStopped);
    }
}
