// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class SemaphoreUpTests
{
    [Fact]
    [Verifies("R-PRIVILEGE-1")]
    public void Rights_are_separate()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.Delegate, semaphore, 0, 220, (ulong)Rights.SemaphoreUp).Succeeds();
        kernel.Call(Hypercall.Delegate, semaphore, 0, 221, (ulong)Rights.SemaphoreDown).Succeeds();
        kernel.Call(Hypercall.SemaphoreDown, 220, 0, 0)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.SemaphoreUp, 221).Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.SemaphoreUp, 220).Succeeds();
        kernel.Call(Hypercall.SemaphoreDown, 221, 0, 2)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.SemaphoreDown, 221, 0, 0).Succeeds();
    }
}
