// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Virtualization;

public class VcpuExitTests
{
    [Fact]
    public void A_virtual_cpu_reports_its_start_before_anything_else()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        kernel.ParkRoot();
        Assert.Equal(0ul, machine.ExpectExit(ExitKind.Startup)[2]);
        Assert.Equal(0ul, kernel.State.System.FirstGuestEntryTicks);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.NotEqual(0ul, kernel.State.System.FirstGuestEntryTicks);
        machine.Halt();
        Assert.Equal(1ul, machine.ExpectExit(ExitKind.Startup)[2]);
    }

    [Fact]
    public void Its_registers_come_from_the_monitor()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.ParkRoot();
        ref var page = ref machine.Monitor.In(ref kernel.State).Utcb.In(ref kernel.State);
        for (int word = 0; word < GuestRegisters.Count; word++) page[word] = 0x100ul + (ulong)word;
        page[GuestRegisters.Pstate] = 0x3c5;
        machine.Answer(ExitAction.SetRegisters, 0, 0, 0, 0, (ulong)RegisterGroups.All);
        ref ExecutionContext context = ref machine.Context();
        for (int register = 0; register < 31; register++)
        {
            Assert.Equal(0x100ul + (ulong)register, context.Frame[register]);
        }
        Assert.Equal(0x100ul + GuestRegisters.Pc, context.Frame[RegisterFrame.ProgramCounter]);
        Assert.Equal(0x3c5ul, context.Frame[RegisterFrame.ProcessorState]);
        Assert.Equal(0x100ul + GuestRegisters.System,
            machine.Row().System[GuestRegisterFile.FirstSystemWord]);
    }

    [Theory]
    [InlineData(RegisterGroups.None)]
    [InlineData(RegisterGroups.General)]
    [InlineData(RegisterGroups.General | RegisterGroups.System)]
    [InlineData(RegisterGroups.All)]
    public void An_exit_carries_the_registers_that_its_portal_names(RegisterGroups groups)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel, groups: groups).Start();
        ref var page = ref machine.Monitor.In(ref kernel.State).Utcb.In(ref kernel.State);
        for (int word = 0; word < 512; word++) page[word] = 0;
        ref ExecutionContext context = ref machine.Context();
        for (int register = 0; register < 31; register++) context.Frame[register] = 1;
        context.Frame[RegisterFrame.ProgramCounter] = 1;
        machine.Row().System[GuestRegisterFile.FirstSystemWord] = 1;
        kernel.Processor.Exit(ExitKind.Fault, 10, 11, 12, 13);
        kernel.CheckInvariants();
        Assert.Equal((groups & RegisterGroups.General) != 0 ? 1u : 0, page[GuestRegisters.X0 + 30]);
        Assert.Equal((groups & RegisterGroups.Control) != 0 ? 1u : 0, page[GuestRegisters.Pc]);
        Assert.Equal((groups & RegisterGroups.System) != 0 ? 1u : 0, page[GuestRegisters.System]);
        CallResult message = machine.ExpectExit(ExitKind.Fault);
        Assert.Equal((10ul, 11ul, 12ul, 13ul), (message[2], message[3], message[4], message[5]));
    }

    [Fact]
    public void A_hypercall_carries_seven_registers()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        for (int register = 0; register < 8; register++)
        {
            machine.Context().Frame[register] = 50ul + (ulong)register;
        }
        kernel.Processor.GuestHypercall(1 << 16);
        CallResult message = machine.ExpectExit(ExitKind.Hypercall);
        Assert.Equal(1ul << 16, message[2]);
        for (int register = 0; register < 7; register++)
        {
            Assert.Equal(50ul + (ulong)register, message[3 + register]);
        }
        Assert.Equal(0ul, message[10]);
    }

    [Fact]
    public void A_busy_monitor_is_helped_and_the_guest_exits_again()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, priority: 20);
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        machine.Start();
        machine.Halt();
        kernel.CallPortal(low, machine.Portals[0]);
        kernel.WakeRoot();
        machine.Configure(40);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu());
        ulong counter = machine.Context().Frame[RegisterFrame.ProgramCounter];
        kernel.Processor.Access(0x900_0000, new MmioAccess(2, false, false, false, 1), 0);
        kernel.CheckInvariants();
        Assert.Equal(ContextState.Helping, machine.Context().State);
        kernel.Reply(machine.Monitor);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(counter, machine.Context().Frame[RegisterFrame.ProgramCounter]);
    }

    [Fact]
    public void Without_monitor_the_virtual_cpu_stops()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Discard, machine.Portals[(int)ExitKind.Mmio]).Succeeds();
        // The portal's row is used again by a stranger's portal.
        uint stranger = kernel.CreatePortal(kernel.CreateServer());
        Assert.Equal(machine.Row().Portals[(int)ExitKind.Mmio].Portal, kernel.PortalOf(stranger));
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu());
        kernel.Processor.Access(0x900_0000, default, 0);
        kernel.CheckInvariants();
        Assert.Equal(ContextState.Off, machine.Context().State);
        kernel.AssertIdle();
    }

    [Fact]
    public void A_stopped_monitor_stops_its_virtual_cpu_in_an_exit()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.Access(0x900_0000, default, 0);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.MonitorSelector).Succeeds();
        Assert.Equal(ContextState.Off, machine.Context().State);
        kernel.Call(Hypercall.Recall, machine.Selector())
            .Refuses(Status.Aborted, Reason.ObjectGone);
    }

    [Fact]
    public void An_exit_without_any_portal_stops_the_virtual_cpu()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Row().Portals[(int)ExitKind.Mmio] = default;
        kernel.Processor.Access(0x900_0000, default, 0);
        Assert.Equal(ContextState.Off, machine.Context().State);
    }

    [Fact]
    public void An_exit_while_something_urgent_waits_takes_the_general_way()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Cpu.MustDispatch = 1;
        kernel.Processor.Access(0x900_0000, default, 7);
        kernel.CheckInvariants();
        CallResult message = machine.ExpectExit(ExitKind.Mmio);
        Assert.Equal((0x900_0000ul, 7ul), (message[2], message[4]));
    }

    [Theory]
    [InlineData(RegisterGroups.None, ExitKind.Mmio)]
    [InlineData(RegisterGroups.General, ExitKind.Mmio)]
    [InlineData(RegisterGroups.None, ExitKind.Hypercall)]
    public void An_exits_descriptor_is_its_own_whatever_the_monitor_said_last(
        RegisterGroups groups, ExitKind kind)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel, groups: groups).Start();
        kernel.Processor.Access(0x900_0000, default, 0);
        MessageDescriptor descriptor = new(7, 3);
        kernel.Call(
            machine.Monitor, Hypercall.Reply, 0, descriptor.Value, (ulong)ExitAction.Advance);
        kernel.AssertCurrent(machine.Vcpu());
        if (kind == ExitKind.Mmio) kernel.Processor.Access(0x900_0000, default, 0);
        else kernel.Processor.GuestHypercall(0);
        machine.ExpectExit(kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_monitor_that_is_busy_with_another_guest_is_helped(bool isAccess)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        uint gate = kernel.CreateSemaphore();
        machine.Configure(40, isEdge: true, number: 0);
        machine.Start();
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 40, 0);
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu(1));
        kernel.Processor.Access(0x900_0000, default, 0);
        kernel.AssertCurrent(machine.Monitor);
        kernel.Wait(machine.Monitor, gate);
        kernel.AssertCurrent(machine.Vcpu(0));
        if (isAccess) kernel.Processor.Access(0x900_0000, default, 0);
        else kernel.Processor.Exit(ExitKind.SystemRegister, 1);
        Assert.Equal(ContextState.Helping, machine.Context(0).State);
        Assert.Equal(machine.Vcpu(1), machine.Monitor.In(ref kernel.State).Caller);
        kernel.CheckInvariants();
    }
}
