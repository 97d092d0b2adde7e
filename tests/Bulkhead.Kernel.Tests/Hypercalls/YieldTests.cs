// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class YieldTests
{
    [Fact]
    public void Yielding_alone_is_going_on()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Yield).Succeeds();
        kernel.AssertCurrent(kernel.Root);
    }
}
