// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("R-RESIDUE-3", "R-RECOVERY-1", "I4")]
public class RevocationTests
{
    [Fact]
    public void A_chain_through_several_domains_goes_as_a_whole()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint first = kernel.CreateDomain(), second = kernel.CreateDomain();
        kernel.Delegate(semaphore, first, Rights.SemaphoreAll, 10);
        kernel.Delegate(semaphore, second, Rights.SemaphoreUp, 11);
        kernel.Call(Hypercall.Revoke, semaphore, 0).Succeeds();
        Assert.True(kernel.Slot(first, 10).In(ref kernel.State).IsEmpty);
        Assert.True(kernel.Slot(second, 11).In(ref kernel.State).IsEmpty);
        Assert.False(kernel.Slot(semaphore).In(ref kernel.State).IsEmpty);
    }

    [Fact]
    public void The_object_goes_with_its_first_capability_only()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<Semaphore> link = kernel.SemaphoreOf(semaphore);
        uint copy = kernel.FreeSelector();
        kernel.Call(Hypercall.Delegate, semaphore, 0, copy, (ulong)Rights.SemaphoreUp).Succeeds();
        kernel.Call(Hypercall.Discard, copy).Succeeds();
        Assert.Equal(ObjectKind.Semaphore, link.In(ref kernel.State).Header.Kind);
        uint generation = link.In(ref kernel.State).Header.Generation;
        kernel.Call(Hypercall.Discard, semaphore).Succeeds();
        Assert.Equal(ObjectKind.None, link.In(ref kernel.State).Header.Kind);
        Assert.Equal(generation + 1, link.In(ref kernel.State).Header.Generation);
    }

    [Fact]
    public void A_part_of_a_segment_goes_when_the_whole_is_revoked()
    {
        using KernelHarness kernel = new();
        uint whole = kernel.CreateSegment(0, 1 << 21);
        uint part = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateSegment, part, whole, 0x1000, 0x2000, (ulong)Rights.SegmentRead)
            .Succeeds();
        uint domain = kernel.CreateDomain();
        kernel.Map(domain, part, 0, 0x1000_0000, 0x2000, MemoryAccess.Read).Succeeds();
        Assert.NotNull(kernel.Translate(domain, 0x1000_1000));
        kernel.Call(Hypercall.Revoke, whole, 0).Succeeds();
        Assert.True(kernel.Slot(part).In(ref kernel.State).IsEmpty);
        Assert.Null(kernel.Translate(domain, 0x1000_1000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_part_that_is_given_up_while_the_whole_is_revoked_leaves_no_copy(int look)
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint whole = kernel.CreateSegment(0, 1 << 21);
        uint part = Part(kernel, whole);
        Link<MemorySegment> segment = kernel.SegmentOf(part);
        uint copy = kernel.Delegate(
            part, Selectors.OwnDomain, Rights.SegmentRead, kernel.FreeSelector());
        call.Make(at => at == look, GiveUp, Hypercall.Revoke, whole, 1).Succeeds();
        Assert.True(kernel.Slot(whole).In(ref kernel.State).IsEmpty);

        void GiveUp()
        {
            if (!kernel.Slot(part).In(ref kernel.State).IsEmpty)
                kernel.Call(Hypercall.Discard, part).Succeeds();
            Assert.Equal(ObjectKind.None, segment.In(ref kernel.State).Header.Kind);
            Assert.True(kernel.Slot(copy).In(ref kernel.State).IsEmpty);
        }
    }

    [Fact]
    public void Parts_of_parts_with_copies_go_whole_however_often_the_call_is_interrupted()
    {
        const int depth = 24;
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint whole = kernel.CreateSegment(0, 1 << 21);
        List<uint> selectors = [];
        for (uint part = whole; selectors.Count < 3 * depth;)
        {
            uint next = Part(kernel, part);
            uint copy = kernel.Delegate(
                next, Selectors.OwnDomain, Rights.SegmentRead, kernel.FreeSelector());
            selectors.AddRange([
                next, copy,
                kernel.Delegate(
                    copy, Selectors.OwnDomain, Rights.SegmentRead, kernel.FreeSelector()),
            ]);
            part = next;
        }
        call.Make(_ => true, () => { }, Hypercall.Revoke, whole, 0).Succeeds();
        Assert.True(call.LookCount >= 3 * depth);
        Assert.All(selectors, selector =>
            Assert.True(kernel.Slot(selector).In(ref kernel.State).IsEmpty));
    }

    [Fact]
    public void A_dead_domain_leaves_nothing_behind()
    {
        using KernelHarness kernel = new();
        byte[] before = Snapshot(kernel);
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, 1 << 22);
        kernel.Map(domain, segment, 0, 0x4000_0000, 1 << 22, MemoryAccess.Read).Succeeds();
        uint thread = kernel.StartThread(10, domain);
        uint server = kernel.CreateServer(domain);
        kernel.CreatePortal(server);
        kernel.Delegate(thread, domain, Rights.ContextControl, 20);
        kernel.Delegate(domain, domain, Rights.DomainAll, 21);
        int pages = TableAllocator.CountFree(ref kernel.State);
        kernel.Call(Hypercall.Revoke, domain, 1).Succeeds();
        Assert.True(TableAllocator.CountFree(ref kernel.State) > pages + 1);
        foreach (uint selector in new[] { thread, server })
        {
            Assert.True(kernel.Slot(selector).In(ref kernel.State).IsEmpty);
        }
        Assert.Equal(before, Snapshot(kernel));

        static byte[] Snapshot(KernelHarness kernel) =>
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(
                (ReadOnlySpan<TablePageRecord>)kernel.State.TableRecords).ToArray();
    }

    [Fact]
    public void A_domain_goes_with_the_one_that_pays_for_it()
    {
        using KernelHarness kernel = new();
        uint payer = kernel.CreateDomain();
        uint paid = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateDomain, paid, payer, new DomainQuota(4, 4).Value).Succeeds();
        uint thread = kernel.StartThread(9, paid);
        kernel.Call(Hypercall.Revoke, payer, 1).Succeeds();
        Assert.True(kernel.Slot(paid).In(ref kernel.State).IsEmpty);
        Assert.True(kernel.Slot(thread).In(ref kernel.State).IsEmpty);
    }

    [Fact]
    public void Rows_can_be_used_again_as_often_as_one_likes()
    {
        using KernelHarness kernel = new();
        for (int round = 0; round < 100; round++)
        {
            uint domain = kernel.CreateDomain();
            uint thread = kernel.CreateThread(domain);
            uint scheduling = kernel.Schedule(thread, 5);
            ulong key = kernel.ContextOf(thread).In(ref kernel.State).Key;
            Assert.Equal((ulong)round, key >> 16);
            kernel.Call(Hypercall.Revoke, domain, 1).Succeeds();
            // The scheduling context is its creator's, and outlives the thread.
            kernel.Call(Hypercall.Discard, scheduling).Succeeds();
        }
        Assert.Equal(1, CountQueued(kernel));
    }

    [Fact]
    public void A_thread_may_destroy_what_it_stands_on_by_a_detour()
    {
        using KernelHarness kernel = new();
        uint owner = kernel.CreateDomain();
        uint inner = kernel.CreateDomain();
        kernel.Delegate(inner, owner, Rights.DomainCreate, 10);
        uint thread = kernel.StartThread(200, owner);
        Link<ExecutionContext> first = kernel.ContextOf(thread);
        kernel.ParkRoot();
        // The thread makes another in the inner domain; the first capability of that is in the
        // owner's space.
        kernel.Call(first, Hypercall.CreateThread, 30, 10, NativeLayout.Utcb, KernelHarness.Stack,
            KernelHarness.Entry).Succeeds();
        kernel.Call(first, Hypercall.CreateSchedulingContext, 31, 30, 220).Succeeds();
        Link<ExecutionContext> second = kernel.Current;
        Assert.NotEqual(first, second);
        kernel.WakeRoot();
        kernel.Delegate(owner, inner, Rights.DomainAll, 40);
        kernel.ParkRoot();
        kernel.AssertCurrent(second);
        // It can only drop its copy; the manager ends the owner, and with it the running thread.
        kernel.Call(second, Hypercall.Discard, 40).Succeeds();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Revoke, owner, 1).Succeeds();
        Assert.Equal(ObjectKind.None, second.In(ref kernel.State).Header.Kind);
    }

    private static int CountQueued(KernelHarness kernel)
    {
        int count = 0;
        foreach (
            ref SchedulingContext entry in (Span<SchedulingContext>)kernel.State.SchedulingContexts)
        {
            if (entry.State == SchedulingState.Queued) count++;
        }
        return count;
    }

    private static uint Part(KernelHarness kernel, uint whole)
    {
        uint part = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateSegment, part, whole, 0, 0x1000, (ulong)Rights.SegmentAll)
            .Succeeds();
        return part;
    }
}
