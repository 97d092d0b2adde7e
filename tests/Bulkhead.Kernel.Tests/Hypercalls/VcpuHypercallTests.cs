// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

/// <summary><see cref="Hypercall.VirtualInterrupt"/>, <see cref="Hypercall.Recall"/> and <see cref="Hypercall.Stop"/>.</summary>
public class VcpuHypercallTests
{
    [Fact]
    public void A_request_names_a_virtual_cpu_an_interrupt_and_an_operation()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint thread = kernel.CreateThread();
        kernel.Call(Hypercall.VirtualInterrupt, thread, 0).Refuses(Status.BadParameter, Reason.NotAVcpu);
        kernel.Call(Hypercall.VirtualInterrupt, Selectors.System, 0).Refuses(Status.BadCapability, Reason.RightMissing);
        Request(256, 0).Refuses(Status.BadParameter, Reason.BadInterrupt);
        Request(40, 8).Refuses(Status.BadParameter, Reason.BadArgument);
        Request(40, 15).Refuses(Status.BadParameter, Reason.BadArgument);
        Request(255, 7).Succeeds();

        CallResult Request(ulong interrupt, ulong operation) =>
            kernel.Call(Hypercall.VirtualInterrupt, machine.Selector(), interrupt | (operation << 12));
    }

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
        kernel.Call(Hypercall.Recall, kernel.CreateThread()).Refuses(Status.BadParameter, Reason.NotAVcpu);
    }

    [Fact]
    public void A_stopped_virtual_cpu_is_stopped_for_good()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector()).Refuses(Status.Aborted, Reason.ObjectGone);
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
        kernel.Call(Hypercall.Recall, machine.Selector()).Refuses(Status.Aborted, Reason.ObjectGone);
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
