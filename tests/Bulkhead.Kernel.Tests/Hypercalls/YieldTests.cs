// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

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

    /// <summary>Its turn is over, and the timer has not been heard yet: it goes behind the others
    /// once, not twice.</summary>
    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(130)]
    public void Who_yields_when_its_turn_ends_lets_each_of_the_others_have_its_own(ulong ticks)
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext>[] threads = [.. Enumerable.Range(0, 3)
            .Select(_ => kernel.ContextOf(kernel.StartThread(10, budget: 100)))];
        kernel.ParkRoot();
        kernel.AssertCurrent(threads[0]);
        kernel.Machine.Clock.Ticks += ticks;
        kernel.Call(threads[0], Hypercall.Yield);
        kernel.AssertCurrent(threads[1]);
        kernel.Advance(100);
        kernel.AssertCurrent(threads[2]);
        kernel.Advance(100);
        kernel.AssertCurrent(threads[0]);
    }
}
