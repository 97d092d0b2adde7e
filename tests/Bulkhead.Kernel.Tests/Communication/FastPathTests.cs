// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

public class FastPathTests
{
    [Fact]
    public void The_general_way_decides_what_the_short_one_cannot()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        kernel.Call(Hypercall.Call, portal, 3);
        kernel.AssertCurrent(link);
        Assert.Equal(0, kernel.Processor.FastCount);
        kernel.Call(link, Hypercall.Reply, 0, 1);
        Assert.Equal(0, kernel.Processor.FastCount);
        kernel.CallPortal(kernel.Root, portal);
        kernel.Reply(link);
        Assert.Equal(2, kernel.Processor.FastCount);
    }

    [Fact]
    public void A_semaphore_that_nobody_waits_for_is_raised_the_short_way()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        Assert.Equal(1, kernel.Processor.FastCount);
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Theory]
    [InlineData(ExitAction.Resume, 1)]
    [InlineData(ExitAction.Advance, 1)]
    [InlineData(ExitAction.SetRegister, 1)]
    [InlineData(ExitAction.SetRegister | ExitAction.Advance, 1)]
    [InlineData(ExitAction.SetResults, 0)]
    [InlineData(ExitAction.Wait, 0)]
    public void A_plain_answer_to_an_exit_goes_the_short_way(ExitAction action, int count)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.Access(0x900_0000, default, 0);
        int before = kernel.Processor.FastCount;
        machine.Answer(action, 7);
        Assert.Equal(before + count, kernel.Processor.FastCount);
    }

    [Fact]
    [Verifies("I26")]
    public void What_looks_like_a_portal_is_called_only_by_right()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer(), semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> link = kernel.ContextOf(server);
        ref Semaphore row = ref kernel.SemaphoreOf(semaphore).In(ref kernel.State);
        Semaphore before = row;
        ref Portal alike =
            ref kernel.SemaphoreOf(semaphore).Reinterpret<Portal>().In(ref kernel.State);
        alike.Server = link;
        alike.ServerKey = link.In(ref kernel.State).AcceptKey;
        kernel.Machine.MakeCurrent(0);
        PortalTarget target = FastPath.Call(
            ref kernel.State, ref kernel.Root.In(ref kernel.State), semaphore, 0);
        Assert.True(Unsafe.IsNullRef(ref target.Server));
        row = before;
        kernel.CheckInvariants();
    }
}
