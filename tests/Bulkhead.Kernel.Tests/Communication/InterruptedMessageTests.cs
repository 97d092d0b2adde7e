// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

/// <summary>Messages with a page, interrupted while they are copied.</summary>
[Verifies("I24")]
public class InterruptedMessageTests
{
    private const uint Words = 500;

    [Fact]
    public void A_page_goes_both_ways_whole_and_each_word_once()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Fill(kernel, call.Thread, 1);
        call.Make(
            _ => true, () => { }, Hypercall.Call, portal, new MessageDescriptor(5, Words).Value);
        Assert.Equal(7, call.LookCount);
        Assert.Equal(ContextState.Calling, call.Thread.In(ref kernel.State).State);
        AssertFilled(kernel, link, 1);
        Fill(kernel, link, 3);
        call.MakeBy(
            link, _ => true, () => { }, Hypercall.Reply, 0, new MessageDescriptor(5, Words).Value);
        Assert.Equal(7, call.LookCount);
        Assert.Equal(ContextState.Ready, call.Thread.In(ref kernel.State).State);
        AssertFilled(kernel, call.Thread, 3);
    }

    [Fact]
    public void A_page_goes_at_one_go_when_nothing_is_pending()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint portal = kernel.CreatePortal(kernel.CreateServer());
        Fill(kernel, call.Thread, 1);
        int repeats = kernel.Machine.RepeatCount;
        call.Make(
            _ => false, () => { }, Hypercall.Call, portal, new MessageDescriptor(5, Words).Value);
        Assert.Equal((7, repeats), (call.LookCount, kernel.Machine.RepeatCount));
    }

    [Fact]
    public void Another_sender_in_between_leaves_no_word_in_the_message()
    {
        using KernelHarness kernel = new();
        SendWith(kernel, (portal, link) =>
        {
            kernel.Call(Hypercall.Call, portal, new MessageDescriptor(5, Words).Value);
            kernel.AssertCurrent(link);
            AssertFilled(kernel, link, 7);
        });
    }

    [Fact]
    public void A_call_that_is_refused_after_it_was_left_begins_its_next_message_anew()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server), other = kernel.CreatePortal(server);
        ulong descriptor = new MessageDescriptor(5, Words).Value;
        Fill(kernel, call.Thread, 1);
        call.Make(
            look => look == 3, () => kernel.Call(Hypercall.Discard, portal).Succeeds(),
            Hypercall.Call, portal, descriptor).Refuses(Status.BadCapability, Reason.SlotEmpty);
        Fill(kernel, call.Thread, 9);
        call.Make(_ => false, () => { }, Hypercall.Call, other, descriptor);
        AssertFilled(kernel, kernel.ContextOf(server), 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_short_call_in_between_takes_the_page_from_who_had_begun(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        SendWith(kernel, (portal, link) =>
        {
            kernel.Call(Hypercall.Call, portal, 0);
            kernel.AssertCurrent(link);
            Fill(kernel, link, 7);
        });
    }

    [Fact]
    public void A_reply_whose_caller_went_on_leaves_nothing_for_the_next_one()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        ulong descriptor = new MessageDescriptor(5, Words).Value;
        call.Make(
            _ => false, () => { }, Hypercall.CallUntil, portal, 0, 1, 2, 3, 4, 5, 6, 7,
            kernel.Now + 1000);
        Fill(kernel, link, 3);
        call.MakeBy(
            link, look => look == 3, () => kernel.Advance(1000), Hypercall.Reply, 0, descriptor)
            .Refuses(Status.Timeout, Reason.DeadlinePassed);
        call.Make(_ => false, () => { }, Hypercall.Call, portal, 0);
        Fill(kernel, link, 9);
        call.MakeBy(link, _ => false, () => { }, Hypercall.Reply, 0, descriptor);
        AssertFilled(kernel, call.Thread, 9);
    }

    [Fact]
    public void A_message_that_finds_another_server_behind_its_selector_begins_anew()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint first = kernel.CreateServer(), second = kernel.CreateServer();
        uint gone = kernel.CreatePortal(second), portal = kernel.CreatePortal(first);
        uint other = kernel.CreatePortal(second);
        ulong descriptor = new MessageDescriptor(5, Words).Value;
        Fill(kernel, call.Thread, 1);
        call.Make(
            look => look == 3, () => kernel.Call(Hypercall.Discard, gone).Succeeds(),
            Hypercall.Call, gone, descriptor).Refuses(Status.BadCapability, Reason.SlotEmpty);
        Fill(kernel, call.Thread, 9);
        call.Make(look => look == 3, Meanwhile, Hypercall.Call, portal, descriptor);
        AssertFilled(kernel, kernel.ContextOf(second), 9);

        void Meanwhile()
        {
            kernel.Call(Hypercall.Discard, portal).Succeeds();
            kernel.Delegate(other, Selectors.OwnDomain, Rights.PortalCall, portal);
        }
    }

    // A message arrives whole although the manager calls the server in its middle.
    private static void SendWith(
        KernelHarness kernel, Action<uint, Link<ExecutionContext>> callInBetween)
    {
        InterruptedCall call = new(kernel);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Fill(kernel, call.Thread, 1);
        Fill(kernel, kernel.Root, 7);
        call.Make(
            look => look == 3, Meanwhile, Hypercall.Call, portal,
            new MessageDescriptor(5, Words).Value);
        AssertFilled(kernel, link, 1);

        void Meanwhile()
        {
            callInBetween(portal, link);
            kernel.Reply(link);
            kernel.AssertCurrent(kernel.Root);
        }
    }

    private static void Fill(KernelHarness kernel, Link<ExecutionContext> thread, ulong factor)
    {
        Span<ulong> page = thread.In(ref kernel.State).Utcb.In(ref kernel.State);
        for (int word = 0; word < page.Length; word++) page[word] = factor * (ulong)(word + 1);
    }

    private static void AssertFilled(
        KernelHarness kernel, Link<ExecutionContext> thread, ulong factor)
    {
        ReadOnlySpan<ulong> page = thread.In(ref kernel.State).Utcb.In(ref kernel.State);
        for (int word = 0; word < (int)Words; word++)
        {
            Assert.Equal(factor * (ulong)(word + 1), page[word]);
        }
    }
}
