// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateThreadTests
{
    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(objects: 1);
        uint free = kernel.FreeSelector();
        Refuses(0, domain, 0x20_0000, 0, Status.BadCapability, Reason.SlotZero);
        Refuses(domain, domain, 0x20_0000, 0, Status.Busy, Reason.SlotTaken);
        Refuses(free, Selectors.System, 0x20_0000, 0, Status.BadCapability, Reason.RightMissing);
        Refuses(free, 0, 0x20_0000, 0, Status.BadCapability, Reason.SlotEmpty);
        Refuses(free, domain, 0x20_0008, 0, Status.BadParameter, Reason.Misaligned);
        Refuses(free, domain, 1ul << 39, 0, Status.BadParameter, Reason.OutsideAddressSpace);
        Refuses(free, domain, 0x20_0000, Selectors.System, Status.BadCapability,
            Reason.RightMissing);
        Refuses(free, domain, 0x20_0000, 999, Status.BadCapability, Reason.SelectorOutOfRange);
        Assert.Equal(0, kernel.DomainOf(domain).In(ref kernel.State).ObjectsUsed);
        kernel.Call(Hypercall.CreateThread, free, domain, 0x20_0000, 0, 1).Succeeds();
        Refuses(kernel.FreeSelector(), domain, 0x20_0000, 0, Status.NoResources,
            Reason.ObjectQuota);

        void Refuses(
            ulong selector, ulong target, ulong utcb, ulong fault, Status status, Reason reason) =>
            kernel.Call(Hypercall.CreateThread, selector, target, utcb, 0, 1, 0, fault)
                .Refuses(status, reason);
    }

    [Fact]
    public void Two_threads_cannot_share_a_message_page_address()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.CreateThread, kernel.FreeSelector(), Selectors.OwnDomain,
            NativeLayout.Utcb, 0, 1)
            .Refuses(Status.Busy, Reason.AlreadyMapped);
    }

    [Fact]
    [Verifies("R-QUOTA-1")]
    public void Tables_for_the_message_page_are_the_domains()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(tablePages: 2);
        kernel.Call(Hypercall.CreateThread, kernel.FreeSelector(), domain, NativeLayout.Utcb, 0, 1)
            .Refuses(Status.NoResources, Reason.TableQuota);
    }

    [Fact]
    public void A_thread_does_not_run_before_it_has_time()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        kernel.ParkRoot();
        kernel.AssertIdle();
        Assert.Equal(ContextState.Ready, kernel.ContextOf(thread).In(ref kernel.State).State);
    }

    [Fact]
    public void A_fault_portal_in_a_row_that_was_used_before_is_called()
    {
        using KernelHarness kernel = new();
        uint handler = kernel.CreateServer();
        uint before = kernel.CreatePortal(handler);
        Link<Bulkhead.Kernel.Objects.Portal> row = kernel.PortalOf(before);
        kernel.Call(Hypercall.Revoke, before, 1).Succeeds();
        uint faults = kernel.CreatePortal(handler);
        Assert.Equal(row, kernel.PortalOf(faults));
        kernel.StartThread(50, kernel.CreateDomain(), faultPortal: faults);
        kernel.ParkRoot();
        kernel.Processor.Fault(FaultKind.DataAccess, 1, 2);
        kernel.AssertCurrent(kernel.ContextOf(handler));
    }
}
