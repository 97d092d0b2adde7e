// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class StopContextTests
{
    [Fact]
    public void A_stopped_virtual_cpu_is_stopped_for_good()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector())
            .Refuses(Status.Aborted, Reason.ObjectGone);
        kernel.ParkRoot();
        kernel.AssertIdle();
    }

    [Fact]
    public void A_virtual_cpu_that_is_off_can_be_stopped_too()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Off);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector())
            .Refuses(Status.Aborted, Reason.ObjectGone);
    }

    // Whose fault a server works on cannot go on without its answer, and so forth.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chain_of_faults_ends_from_its_outer_end_a_context_a_step(bool isInterrupted)
    {
        using KernelHarness kernel = new();
        uint last = kernel.CreateServer();
        uint domain = kernel.CreateDomain();
        uint middle = Server(kernel, domain, kernel.CreatePortal(last));
        uint first = kernel.CreateThread(domain, kernel.CreatePortal(middle));
        kernel.Schedule(first, 5);
        kernel.Wait(kernel.Root, kernel.CreateSemaphore(), kernel.Now + 10);
        kernel.AssertCurrent(kernel.ContextOf(first));
        kernel.Processor.Fault(FaultKind.DataAccess, 0, 0);
        kernel.AssertCurrent(kernel.ContextOf(middle));
        kernel.Processor.Fault(FaultKind.DataAccess, 0, 0);
        kernel.AssertCurrent(kernel.ContextOf(last));
        kernel.Advance(10);
        InterruptedCall call = new(kernel);
        uint[] chain = [first, middle, last];
        int seen = 0;
        call.Make(_ => isInterrupted, Look, Hypercall.Stop, last).Succeeds();
        Assert.Equal(isInterrupted ? 2 : 0, seen);
        Assert.Equal(2, call.LookCount);
        AssertOff(kernel, chain, 3);
        kernel.CheckInvariants();

        void Look() => AssertOff(kernel, chain, ++seen);
    }

    private static uint Server(KernelHarness kernel, uint domain, uint faultPortal)
    {
        uint selector = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateThread, selector, domain, kernel.FreeUtcb(),
            KernelHarness.Stack, 0, 0, faultPortal).Succeeds();
        return selector;
    }

    private static void AssertOff(KernelHarness kernel, uint[] chain, int count)
    {
        for (int index = 0; index < chain.Length; index++)
        {
            ContextState state = kernel.ContextOf(chain[index]).In(ref kernel.State).State;
            Assert.Equal(index < count, state == ContextState.Off);
        }
    }

    [Fact]
    public void Stopping_twice_changes_nothing()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.StartThread(10);
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        Assert.Equal(ContextState.Off, kernel.ContextOf(thread).In(ref kernel.State).State);
    }
}
