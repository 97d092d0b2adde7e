// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

[Verifies("R-HALT-3")]
public class ThreadFaultTests
{
    [Fact]
    public void The_handler_learns_what_happened()
    {
        using FaultWorld world = new();
        world.Fault();
        CallResult seen = world.Kernel.ResultOf(world.Handler);
        Assert.Equal((5ul, 0ul), (seen[0], seen[1]));
        Assert.Equal((ulong)FaultKind.DataAccess, seen[2]);
        Assert.Equal((0xbad_0000ul, 0x9200_0007ul), (seen[3], seen[4]));
        Assert.Equal((KernelHarness.Entry, 42ul, KernelHarness.Stack), (seen[5], seen[6], seen[7]));
    }

    [Fact]
    public void Without_handler_the_thread_stops()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> thread =
            kernel.ContextOf(kernel.StartThread(10, kernel.CreateDomain()));
        kernel.ParkRoot();
        kernel.Processor.Fault(FaultKind.Breakpoint, 0, 0);
        kernel.CheckInvariants();
        Assert.Equal(ContextState.Off, thread.In(ref kernel.State).State);
    }

    [Fact]
    public void With_a_handler_that_is_gone_the_thread_stops()
    {
        using FaultWorld world = new();
        world.Kernel.WakeRoot();
        world.Kernel.Call(Hypercall.Discard, world.Portal).Succeeds();
        world.Kernel.ParkRoot();
        world.Fault();
        Assert.Equal(ContextState.Off, world.Thread.In(ref world.Kernel.State).State);
    }

    [Fact]
    public void A_busy_handler_is_helped_and_the_fault_reported_again()
    {
        using FaultWorld world = new();
        KernelHarness kernel = world.Kernel;
        kernel.WakeRoot();
        uint gate = kernel.CreateSemaphore();
        kernel.Delegate(gate, world.Domain, Rights.SemaphoreDown, 10);
        kernel.ParkRoot();
        kernel.Call(world.Thread, Hypercall.SemaphoreDown, 10, ulong.MaxValue, 0);
        kernel.WakeRoot();
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(3));
        kernel.ParkRoot();
        kernel.CallPortal(low, world.Portal, 1);
        kernel.Call(world.Handler, Hypercall.SemaphoreUp, gate);
        kernel.AssertCurrent(world.Thread);
        ref RegisterFrame frame = ref world.Thread.In(ref kernel.State).Frame;
        frame[0] = 77;
        (ulong X0, ulong Place) before = (frame[0], frame[RegisterFrame.ProgramCounter]);
        world.Fault();
        Assert.Equal(ContextState.Helping, world.Thread.In(ref kernel.State).State);
        kernel.AssertCurrent(world.Handler);
        kernel.Reply(world.Handler);
        // The instruction faults again; no hypercall is made.
        kernel.AssertCurrent(world.Thread);
        Assert.Equal(before, (frame[0], frame[RegisterFrame.ProgramCounter]));
        world.Fault();
        Assert.Equal(42ul, kernel.ResultOf(world.Handler)[6]);
    }

    [Fact]
    [Verifies("R-HALT-1")]
    public void A_fault_of_the_manager_is_the_end()
    {
        using KernelHarness kernel = new();
        KernelPanicException panic = Assert.Throws<KernelPanicException>(
            () => kernel.Processor.Fault(FaultKind.DataAccess, 0, 0));
        Assert.Equal(Invariant.ManagerAlive, panic.Invariant);
    }
}
