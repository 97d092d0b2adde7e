// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class RecallTests
{
    [Fact]
    public void Recall_reports_before_the_guest_runs_on()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        Assert.Equal(0ul, machine.ExpectExit(ExitKind.Recall)[2]);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Fact]
    public void Recall_wakes_a_halted_guest()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Recall);
    }

    [Fact]
    public void Recall_during_an_exit_follows_the_answer()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Hypercall);
        machine.Answer(ExitAction.Advance | ExitAction.SetResults, 1);
        machine.ExpectExit(ExitKind.Recall);
        Assert.Equal(1ul, machine.Context().Frame[0]);
    }

    [Fact]
    public void Recall_of_a_thread_is_refused()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Recall, kernel.CreateThread())
            .Refuses(Status.BadParameter, Reason.NotAVcpu);
    }
}
