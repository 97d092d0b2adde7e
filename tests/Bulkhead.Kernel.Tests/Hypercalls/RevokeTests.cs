// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class RevokeTests
{
    [Fact]
    public void Without_the_top_the_capability_stays()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.Delegate, semaphore, 0, 222, (ulong)Rights.SemaphoreUp).Succeeds();
        kernel.Call(Hypercall.Revoke, semaphore, 0).Succeeds();
        Assert.True(kernel.Slot(222).In(ref kernel.State).IsEmpty);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.Revoke, semaphore, 1).Succeeds();
        kernel.Call(Hypercall.SemaphoreUp, semaphore)
            .Refuses(Status.BadCapability, Reason.SlotEmpty);
    }

    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.Revoke, 256, 0)
            .Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
        kernel.Call(Hypercall.Revoke, ulong.MaxValue, 0)
            .Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
        kernel.Call(Hypercall.Revoke, 0, 0).Refuses(Status.BadCapability, Reason.SlotEmpty);
        kernel.Call(Hypercall.Revoke, semaphore, 2)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.Discard, 99).Refuses(Status.BadCapability, Reason.SlotEmpty);
    }

    [Fact]
    [Verifies("R-RECOVERY-1")]
    public void Nobody_takes_the_ground_from_under_itself()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Revoke, Selectors.OwnDomain, 1)
            .Refuses(Status.BadParameter, Reason.OwnDomain);
        uint domain = kernel.CreateDomain();
        uint thread = kernel.StartThread(50, domain);
        kernel.Delegate(thread, domain, Rights.ContextControl, 10);
        kernel.Delegate(domain, domain, Rights.DomainAll, 11);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Call(link, Hypercall.Discard, 10).Refuses(Status.BadParameter, Reason.OwnDomain);
        kernel.Call(link, Hypercall.Revoke, 11, 1).Refuses(Status.BadParameter, Reason.OwnDomain);
    }
}
