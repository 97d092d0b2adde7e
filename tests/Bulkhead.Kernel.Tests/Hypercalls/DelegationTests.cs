// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class DelegationTests
{
    [Fact]
    [Verifies("R-FLOW-1", "R-PRIVILEGE-2", "I22")]
    public void A_copy_has_the_rights_that_were_given()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(), domain = kernel.CreateDomain();
        kernel.Delegate(semaphore, domain, Rights.SemaphoreUp, 9);
        Assert.Equal(Rights.SemaphoreUp, kernel.Slot(domain, 9).In(ref kernel.State).Rights);
        Assert.Equal(kernel.Slot(semaphore), kernel.Slot(domain, 9).In(ref kernel.State).Parent);
    }

    [Fact]
    public void Domain_zero_is_the_callers_own()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.Delegate, semaphore, 0, 222, (ulong)Rights.SemaphoreAll).Succeeds();
        Assert.Equal(ObjectKind.Semaphore, kernel.Slot(222).In(ref kernel.State).Kind);
    }

    [Fact]
    [Verifies("R-PRIVILEGE-1", "R-PRIVILEGE-2", "I22")]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(), domain = kernel.CreateDomain();
        Refuses(256, domain, 9, (ulong)Rights.SemaphoreUp, Status.BadCapability,
            Reason.SelectorOutOfRange);
        Refuses(1ul << 32, domain, 9, (ulong)Rights.SemaphoreUp, Status.BadCapability,
            Reason.SelectorOutOfRange);
        Refuses(0, domain, 9, (ulong)Rights.SemaphoreUp, Status.BadCapability, Reason.SlotEmpty);
        Refuses(semaphore, domain, 9, 0, Status.BadParameter, Reason.RightsExceeded);
        Refuses(semaphore, domain, 9, (ulong)Rights.PortalCall, Status.BadParameter,
            Reason.RightsExceeded);
        Refuses(semaphore, domain, 9, (ulong)Rights.SemaphoreUp | (1ul << 33), Status.BadParameter,
            Reason.RightsExceeded);
        Refuses(semaphore, semaphore, 9, (ulong)Rights.SemaphoreUp, Status.BadCapability,
            Reason.RightMissing);
        Refuses(semaphore, domain, 0, (ulong)Rights.SemaphoreUp, Status.BadCapability,
            Reason.SlotZero);
        kernel.Delegate(semaphore, domain, Rights.SemaphoreUp, 9);
        Refuses(semaphore, domain, 9, (ulong)Rights.SemaphoreUp, Status.Busy, Reason.SlotTaken);

        void Refuses(ulong source, ulong target, ulong selector, ulong rights, Status status,
            Reason reason) =>
            kernel.Call(Hypercall.Delegate, source, target, selector, rights)
                .Refuses(status, reason);
    }
}
