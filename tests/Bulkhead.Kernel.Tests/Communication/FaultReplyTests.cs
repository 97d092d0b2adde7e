// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

[Verifies("R-HALT-3")]
public class FaultReplyTests
{
    [Theory]
    [InlineData(ExitAction.Resume, KernelHarness.Entry)]
    [InlineData(ExitAction.Advance, KernelHarness.Entry + 4)]
    public void The_handler_may_let_it_go_on(ExitAction action, ulong counter)
    {
        using FaultWorld world = new();
        world.Fault();
        world.Kernel.Reply(world.Handler, (ulong)action);
        world.Kernel.AssertCurrent(world.Thread);
        Assert.Equal(counter, world.Kernel.ResultOf(world.Thread)[RegisterFrame.ProgramCounter]);
    }

    [Theory]
    [InlineData(ExitAction.Off)]
    [InlineData(ExitAction.Wait)]
    [InlineData((ExitAction)0x1000)]
    public void Any_other_answer_stops_it(ExitAction action)
    {
        using FaultWorld world = new();
        world.Fault();
        world.Kernel.Reply(world.Handler, (ulong)action);
        Assert.Equal(ContextState.Off, world.Thread.In(ref world.Kernel.State).State);
        world.Kernel.AssertIdle();
    }
}
