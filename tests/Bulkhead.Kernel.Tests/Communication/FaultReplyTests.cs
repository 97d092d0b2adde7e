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
    [InlineData(ExitAction.Redirect)]
    [InlineData(ExitAction.Redirect | ExitAction.Advance | ExitAction.Off)]
    public void The_handler_may_send_it_elsewhere(ExitAction action)
    {
        using FaultWorld world = new();
        ref RegisterFrame frame = ref world.Thread.In(ref world.Kernel.State).Frame;
        frame[4] = 0x44;
        frame[30] = 0x3030;
        ulong stack = frame[RegisterFrame.StackPointer];
        ulong state = frame[RegisterFrame.ProcessorState];
        world.Fault();
        world.Kernel.Reply(world.Handler, (ulong)action, 11, 12, 13, 14, 0x40_0010);
        world.Kernel.AssertCurrent(world.Thread);
        Assert.Equal([11ul, 12, 13, 14, 0x44], ((ReadOnlySpan<ulong>)frame)[..5].ToArray());
        Assert.Equal(0x3030ul, frame[30]);
        Assert.Equal(stack, frame[RegisterFrame.StackPointer]);
        Assert.Equal(state, frame[RegisterFrame.ProcessorState]);
        Assert.Equal(0x40_0010ul, frame[RegisterFrame.ProgramCounter]);
    }

    [Fact]
    public void A_guest_goes_on_where_it_was_with_the_same_answer()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        ref RegisterFrame frame = ref machine.Context().Frame;
        ulong first = frame[0];
        ulong place = frame[RegisterFrame.ProgramCounter];
        kernel.Processor.Exit(ExitKind.Fault, 0);
        machine.Answer(ExitAction.Redirect, 1, 2, 3, 4, 0x1000);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(first, frame[0]);
        Assert.Equal(place, frame[RegisterFrame.ProgramCounter]);
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
