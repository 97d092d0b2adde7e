// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

/// <summary>Portal calls with a deadline.</summary>
[Verifies("I20", "I27")]
public class CallUntilTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reply_in_time_is_a_calls_reply_and_leaves_no_timer(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server, badge: 5);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        ulong deadline = kernel.Now + 100;
        Call(kernel, kernel.Root, portal, deadline);
        kernel.AssertCurrent(link);
        ulong[] arrived = [5, 0, 1, 2, 3, 4, 5, 6, 7, deadline];
        Assert.All(arrived, (word, at) => Assert.Equal(word, kernel.ResultOf(link)[at]));
        Assert.Equal(1, kernel.Cpu.Timers.Count);
        kernel.Reply(link, 9, 8);
        kernel.AssertCurrent(kernel.Root);
        Assert.Equal(9ul, kernel.ResultOf(kernel.Root).Succeeds()[2]);
        Assert.Equal(8ul, kernel.ResultOf(kernel.Root)[3]);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
        kernel.Advance(200);
        kernel.AssertCurrent(kernel.Root);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_refused_and_nothing_happens()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        kernel.Advance(10);
        Call(kernel, kernel.Root, portal, kernel.Now).Refuses(
            Status.Timeout, Reason.DeadlinePassed);
        Call(kernel, kernel.Root, portal, 0).Refuses(Status.Timeout, Reason.DeadlinePassed);
        Assert.Equal(ContextState.Idle, kernel.ContextOf(server).In(ref kernel.State).State);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_deadline_that_never_comes_arms_nothing()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        Call(kernel, kernel.Root, kernel.CreatePortal(server), ulong.MaxValue);
        Assert.Equal(CallKind.Portal, kernel.Root.In(ref kernel.State).CallKind);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_caller_goes_on_at_its_deadline_and_the_late_reply_goes_nowhere()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Call(kernel, kernel.Root, portal, kernel.Now + 100);
        kernel.Advance(99);
        kernel.AssertCurrent(link);
        kernel.Advance(1);
        kernel.AssertCurrent(kernel.Root);
        kernel.ResultOf(kernel.Root).Refuses(Status.Timeout, Reason.DeadlinePassed);
        // The server was not interrupted in its work: whoever calls it next helps it to finish.
        Assert.Equal(ContextState.Ready, link.In(ref kernel.State).State);
        Assert.True(link.In(ref kernel.State).Caller.IsNone);
        kernel.CallPortal(kernel.Root, portal, 77);
        kernel.AssertCurrent(link);
        kernel.Reply(link, 1);
        kernel.AssertCurrent(link);
        Assert.Equal(77ul, kernel.ResultOf(link)[2]);
        kernel.Reply(link, 2);
        Assert.Equal(2ul, kernel.ResultOf(kernel.Root).Succeeds()[2]);
    }

    [Fact]
    public void A_server_that_waits_does_not_hold_its_caller()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Call(kernel, kernel.Root, portal, kernel.Now + 50);
        kernel.Wait(kernel.ContextOf(server), gate);
        kernel.AssertIdle();
        kernel.Advance(50);
        kernel.AssertCurrent(kernel.Root);
        kernel.ResultOf(kernel.Root).Refuses(Status.Timeout, Reason.DeadlinePassed);
        kernel.Call(Hypercall.SemaphoreUp, gate).Succeeds();
        kernel.AssertCurrent(kernel.Root);
    }

    [Fact]
    public void A_deadline_ends_help_and_calls_through_a_chain()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore();
        uint first = kernel.CreateServer(), second = kernel.CreateServer();
        uint toFirst = kernel.CreatePortal(first), toSecond = kernel.CreatePortal(second);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(30));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(high, gate, kernel.Now + 10);
        kernel.CallPortal(low, toFirst);
        kernel.CallPortal(kernel.ContextOf(first), toSecond);
        kernel.Advance(10);
        kernel.AssertCurrent(high);
        Call(kernel, high, toFirst, kernel.Now + 20);
        kernel.AssertCurrent(kernel.ContextOf(second));
        Assert.Equal(ContextState.Helping, high.In(ref kernel.State).State);
        kernel.Advance(20);
        kernel.AssertCurrent(high);
        kernel.ResultOf(high).Refuses(Status.Timeout, Reason.DeadlinePassed);
        Assert.Equal(0u, kernel.ContextOf(first).In(ref kernel.State).HelperCount);
        kernel.Wait(high, gate);
        kernel.AssertCurrent(kernel.ContextOf(second));
        kernel.Reply(kernel.ContextOf(second));
        kernel.Reply(kernel.ContextOf(first), 5);
        kernel.AssertCurrent(low);
        Assert.Equal(5ul, kernel.ResultOf(low).Succeeds()[2]);
    }

    [Fact]
    public void A_helper_calls_again_with_the_same_deadline()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(30));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(high, gate, kernel.Now + 10);
        kernel.CallPortal(low, portal);
        kernel.Advance(10);
        ulong deadline = kernel.Now + 30;
        Call(kernel, high, portal, deadline);
        kernel.Advance(10);
        kernel.Reply(link);
        kernel.AssertCurrent(link);
        Assert.Equal(deadline, kernel.ResultOf(link)[9]);
        kernel.Advance(19);
        kernel.AssertCurrent(link);
        kernel.Advance(1);
        kernel.AssertCurrent(high);
        kernel.ResultOf(high).Refuses(Status.Timeout, Reason.DeadlinePassed);
    }

    [Fact]
    public void A_server_that_stops_ends_the_call_and_its_deadline()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        Call(kernel, kernel.Root, kernel.CreatePortal(server), kernel.Now + 100);
        kernel.Call(kernel.ContextOf(server), Hypercall.Stop, server);
        kernel.AssertCurrent(kernel.Root);
        kernel.ResultOf(kernel.Root).Refuses(Status.Aborted, Reason.ServerStopped);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_caller_that_stops_leaves_no_timer()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint thread = kernel.StartThread(10);
        kernel.ParkRoot();
        Call(kernel, kernel.ContextOf(thread), portal, kernel.Now + 100);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        Assert.Equal(0, kernel.Cpu.Timers.Count);
        Assert.True(kernel.ContextOf(server).In(ref kernel.State).Caller.IsNone);
    }

    private static CallResult Call(
        KernelHarness kernel, Link<ExecutionContext> caller, uint portal, ulong deadline) =>
        kernel.Call(caller, Hypercall.CallUntil, portal, 0, 1, 2, 3, 4, 5, 6, 7, deadline);
}
