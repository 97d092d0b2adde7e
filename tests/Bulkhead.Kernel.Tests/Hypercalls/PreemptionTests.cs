// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

/// <summary>Long hypercalls, interrupted at each place where they can be.</summary>
[Verifies("I4", "I5", "I6", "I11", "I35")]
public class PreemptionTests
{
    private const ulong Address = 0x4000_0000 - 0x8000;
    private const ulong Bytes = 80 * Limits.PageBytes;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    private static readonly Action s_nothing = () => { };

    [Fact]
    public void A_mapping_interrupted_at_each_step_is_made_and_removed()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        int freeCount = TableAllocator.CountFree(ref kernel.State);
        Map(kernel, call, _ => false, s_nothing, domain, segment).Succeeds();
        int looks = call.LookCount;
        Unmap(call, _ => false, domain).Succeeds();
        Assert.True(looks > 3);
        Map(kernel, call, _ => true, s_nothing, domain, segment).Succeeds();
        // Nothing is done twice: one look more for each time that it goes on.
        Assert.InRange(call.LookCount, looks, 2 * looks);
        for (ulong at = 0; at < Bytes; at += Limits.PageBytes)
        {
            Assert.Equal(
                BootImage.RamAddress + at, kernel.Translate(domain, Address + at)!.Value.Address);
        }
        Unmap(call, _ => true, domain).Succeeds();
        Assert.True(call.LookCount > 3);
        Assert.Null(kernel.Translate(domain, Address));
        Assert.Equal(freeCount, TableAllocator.CountFree(ref kernel.State));
    }

    [Fact]
    public void What_is_being_removed_is_not_made_again_meanwhile()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        kernel.Map(domain, segment, 0, Address, Bytes, ReadWrite).Succeeds();
        int refused = 0;
        call.Make(
            look => look == 3,
            () =>
            {
                kernel.Map(domain, segment, 0, Address, Bytes, ReadWrite)
                    .Refuses(Status.Busy, Reason.AlreadyMapped);
                refused++;
            },
            Hypercall.Unmap, domain, Address, Bytes).Succeeds();
        Assert.Equal(1, refused);
        Assert.Null(kernel.Translate(domain, Address));
    }

    [Fact]
    public void Without_an_interrupt_a_mapping_is_made_and_removed_at_one_go()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        kernel.Map(domain, segment, 0, Address, Bytes, ReadWrite).Succeeds();
        kernel.Call(Hypercall.Unmap, domain, Address, Bytes).Succeeds();
        Assert.Equal(0, kernel.Machine.RepeatCount);
    }

    [Fact]
    public void A_mapping_that_cannot_be_made_changes_nothing_wherever_it_is_interrupted()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(tablePages: 3);
        uint segment = kernel.CreateSegment(0, 1 << 20);
        int freeCount = TableAllocator.CountFree(ref kernel.State);
        for (int at = 0; at < 6; at++)
        {
            Map(kernel, call, look => look == at, s_nothing, domain, segment)
                .Refuses(Status.NoResources, Reason.TableQuota);
            Assert.Null(kernel.Translate(domain, Address));
            Assert.Equal(freeCount, TableAllocator.CountFree(ref kernel.State));
        }
        kernel.Map(domain, segment, 0, Address + Bytes - 0x1000, 0x1000, ReadWrite).Succeeds();
        Map(kernel, call, _ => true, s_nothing, domain, segment)
            .Refuses(Status.NoResources, Reason.TableQuota);
    }

    [Fact]
    public void An_unfinished_mapping_blocks_its_range_and_can_be_taken_away()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        Map(kernel, call, look => look == 5, Meanwhile, domain, segment).Succeeds();
        Unmap(call, look => look == 2, domain).Succeeds();
        Assert.Null(kernel.Translate(domain, Address));

        void Meanwhile()
        {
            kernel.Map(domain, segment, 0, Address, 0x1000, ReadWrite)
                .Refuses(Status.Busy, Reason.AlreadyMapped);
            kernel.Map(domain, segment, 0x1000, Address, Bytes, ReadWrite)
                .Refuses(Status.Busy, Reason.AlreadyMapped);
            kernel.Call(Hypercall.Unmap, domain, Address, Bytes).Succeeds();
            Assert.Null(kernel.Translate(domain, Address));
        }
    }

    [Fact]
    public void Whoever_makes_the_same_mapping_goes_on_with_it()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        Map(kernel, call, look => look == 2, Meanwhile, domain, segment)
            .Refuses(Status.Busy, Reason.AlreadyMapped);
        Unmap(call, look => look == 2, domain, () =>
            kernel.Call(Hypercall.Unmap, domain, Address, Bytes).Succeeds())
            .Refuses(Status.BadParameter, Reason.NotMapped);

        void Meanwhile() =>
            kernel.Map(domain, segment, 0, Address, Bytes, ReadWrite).Succeeds();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_unfinished_mapping_goes_with_its_segment_or_its_domain(bool isDomain)
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 1 << 20);
        Map(kernel, call, look => look == 3, Meanwhile, domain, segment)
            .Refuses(Status.BadCapability, Reason.SlotEmpty);
        int used = 0;
        foreach (ref Mapping row in (Span<Mapping>)kernel.State.Mappings)
        {
            if (row.Bytes == Bytes) used++;
        }
        Assert.Equal(0, used);

        void Meanwhile() =>
            kernel.Call(Hypercall.Discard, isDomain ? domain : segment).Succeeds();
    }

    [Fact]
    public void A_revocation_interrupted_at_each_step_takes_everything_back()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint top = kernel.CreateSemaphore();
        Link<Capability> slot = kernel.Slot(top);
        uint last = top;
        for (int count = 0; count < 30; count++)
        {
            uint next = kernel.FreeSelector();
            kernel.Call(Hypercall.Delegate, last, 0, next, (ulong)Rights.SemaphoreAll).Succeeds();
            if (count % 3 != 0) last = next;
        }
        call.Make(_ => true, Meanwhile, Hypercall.Revoke, top, 0).Succeeds();
        Assert.True(slot.In(ref kernel.State).FirstChild.IsNone);
        Assert.Equal(Rights.SemaphoreAll, slot.In(ref kernel.State).Rights);
        call.Make(_ => true, Meanwhile, Hypercall.Discard, top).Succeeds();
        Assert.True(slot.In(ref kernel.State).IsEmpty);

        // What is being taken back is good for nothing any more.
        void Meanwhile()
        {
            foreach (ref Capability left in (Span<Capability>)kernel.State.Spaces[0])
            {
                if (left.IsEmpty || left.Rights != Rights.None) continue;
                uint selector = kernel.State.System.RootDomain.In(ref kernel.State).Slots.IndexOf(
                    Link<Capability>.To(ref kernel.State, ref left));
                kernel.Call(Hypercall.SemaphoreUp, selector)
                    .Refuses(Status.BadCapability, Reason.RightMissing);
            }
        }
    }

    [Fact]
    public void The_end_of_a_domain_interrupted_at_each_step_leaves_nothing()
    {
        int looks = int.MaxValue;
        for (int at = 0; at < looks; at += 3)
        {
            using KernelHarness kernel = new();
            InterruptedCall call = new(kernel);
            (byte[] before, uint domain) = Build(kernel);
            bool isEvery = at == 0;
            call.Make(
                look => isEvery || look == at, s_nothing, Hypercall.Revoke, domain, 1).Succeeds();
            looks = Math.Min(looks, call.LookCount);
            Assert.Equal(before, Records(kernel));
            Assert.Equal(0, kernel.State.DyingCount);
        }
        Assert.InRange(looks, 20, 1000);
    }

    [Fact]
    public void Threads_of_a_dying_domain_stop_first_and_the_rest_waits_for_the_call()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint domain = kernel.CreateDomain();
        Link<ExecutionContext> thread = kernel.ContextOf(kernel.StartThread(5, domain));
        call.Make(look => look == 1, Meanwhile, Hypercall.Discard, domain).Succeeds();
        Assert.Equal(ObjectKind.None, thread.In(ref kernel.State).Header.Kind);

        void Meanwhile()
        {
            Assert.Equal(ContextState.Off, thread.In(ref kernel.State).State);
            kernel.Call(Hypercall.Delegate, Selectors.OwnDomain, domain, 9, (ulong)Rights.DomainAll)
                .Refuses(Status.BadCapability, Reason.RightMissing);
            Assert.False(kernel.Slot(domain).In(ref kernel.State).IsEmpty);
        }
    }

    [Fact]
    public void Interrupts_of_a_semaphore_that_ends_go_one_in_a_step()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        uint semaphore = kernel.CreateSemaphore();
        for (uint line = 1; line < 3; line++)
        {
            kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + line, semaphore)
                .Succeeds();
        }
        List<int> bound = [];
        call.Make(_ => true, () => bound.Add(Count()), Hypercall.Discard, semaphore).Succeeds();
        Assert.Equal([2, 1, 0], bound.Distinct());
        Assert.Equal(0, Count());

        // The first line is the call's own.
        int Count() => Enumerable.Range(1, 2)
            .Count(line => !kernel.State.Interrupts[line].Semaphore.IsNone);
    }

    [Fact]
    public void The_boot_console_gets_each_byte_once()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        ulong[] words = [.. Enumerable.Range(0, 8)
            .Select(word => 0x4847_4645_4443_4241 + (0x0101_0101_0101_0101ul * 8 * (ulong)word))];
        CallResult result = call.Make(
            _ => true, s_nothing, Hypercall.ConsoleWrite, [Selectors.System, 61, .. words]);
        result.Succeeds();
        string all = new([.. Enumerable.Range(0, 61).Select(index => (char)('A' + index))]);
        Assert.Equal(all, kernel.Machine.Console.ToString());
        Assert.Equal(61ul, result[1]);
        Assert.Equal(15, call.LookCount);
        kernel.Machine.Console.Clear();
        kernel.Call(Hypercall.ConsoleWrite, [Selectors.System, 10 | (8ul << 8), .. words])
            .Succeeds();
        Assert.Equal("IJ", kernel.Machine.Console.ToString());
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 1 | (2ul << 8))
            .Refuses(Status.BadParameter, Reason.BadArgument);
    }

    private static CallResult Map(
        KernelHarness kernel, InterruptedCall call, Func<int, bool> isAt, Action meanwhile,
        uint domain, uint segment)
    {
        CallResult result = call.Make(
            isAt, meanwhile, Hypercall.Map, domain, segment, 0, Address, Bytes, (ulong)ReadWrite);
        kernel.AssertCurrent(kernel.Root);
        return result;
    }

    private static CallResult Unmap(
        InterruptedCall call, Func<int, bool> isAt, uint domain, Action? meanwhile = null) =>
        call.Make(isAt, meanwhile ?? s_nothing, Hypercall.Unmap, domain, Address, Bytes);

    private static (byte[] Before, uint Domain) Build(KernelHarness kernel)
    {
        byte[] before = Records(kernel);
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, 1 << 22);
        kernel.Map(domain, segment, 0, 0x4000_0000, 1 << 22, ReadWrite).Succeeds();
        kernel.Map(domain, segment, 0, 0x5000_0000, 40 * Limits.PageBytes, ReadWrite).Succeeds();
        uint thread = kernel.StartThread(9, domain);
        uint server = kernel.CreateServer(domain);
        kernel.CreatePortal(server);
        kernel.Delegate(thread, domain, Rights.ContextControl, 20);
        kernel.Delegate(domain, domain, Rights.DomainAll, 21);
        kernel.Delegate(segment, domain, Rights.SegmentAll, 255);
        uint paid = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateDomain, paid, domain, new DomainQuota(4, 4).Value).Succeeds();
        kernel.CreateThread(paid);
        return (before, domain);
    }

    private static byte[] Records(KernelHarness kernel) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(
            (ReadOnlySpan<TablePageRecord>)kernel.State.TableRecords).ToArray();
}
