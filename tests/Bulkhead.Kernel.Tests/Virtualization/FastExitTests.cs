// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Kernel.Tests.Virtualization;

public class FastExitTests
{
    private const ulong Address = 0x900_0018;

    private static readonly MmioAccess s_write = new(2, true, false, false, 7);

    [Fact]
    public void An_idle_monitor_gets_address_access_and_value()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        Assert.True(IsIdle(kernel, machine));
        machine.Monitor.In(ref kernel.State).Frame[5] = 99;
        kernel.Processor.Access(Address, s_write, 0x41);
        kernel.CheckInvariants();
        CallResult message = machine.ExpectExit(ExitKind.Mmio);
        Assert.Equal(
            (Address, s_write.Value, 0x41ul, 0ul),
            (message[2], message[3], message[4], message[5]));
        Assert.Equal(CallKind.Exit, machine.Context().CallKind);
        Assert.Equal(s_write, machine.Row().PendingAccess);
        machine.Answer(ExitAction.Advance);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(ContextState.Idle, machine.Monitor.In(ref kernel.State).State);
    }

    [Theory]
    [InlineData(RegisterGroups.General)]
    [InlineData(RegisterGroups.Control)]
    public void A_portal_with_registers_takes_the_general_way(RegisterGroups groups)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel, groups: groups).Start();
        Assert.False(IsIdle(kernel, machine));
        kernel.Processor.Access(Address, s_write, 0x41);
        machine.ExpectExit(ExitKind.Mmio);
    }

    [Fact]
    public void A_busy_monitor_or_another_portal_in_the_place_is_none()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        ref ExitPortal exit = ref machine.Row().Portals[(int)ExitKind.Mmio];
        exit.Generation++;
        Assert.False(IsIdle(kernel, machine));
        exit.Generation--;
        Link<Portal> portal = exit.Portal;
        exit.Portal = default;
        Assert.False(IsIdle(kernel, machine));
        exit.Portal = portal;
        kernel.Processor.Access(Address, s_write, 0x41);
        Assert.False(IsIdle(kernel, machine));
    }

    [Fact]
    public void What_must_be_reported_comes_before_the_guest_goes_on()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.Access(Address, s_write, 0x41);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Mmio);
        machine.Answer(ExitAction.Advance);
        machine.ExpectExit(ExitKind.Recall);
    }

    private static bool IsIdle(KernelHarness kernel, VirtualMachine machine)
    {
        ExitPortal exit = machine.Row().Portals[(int)ExitKind.Mmio];
        ref Portal portal = ref exit.Portal.In(ref kernel.State);
        return FastExit.IsIdle(
            in exit, ref portal, ref portal.Server.In(ref kernel.State));
    }
}
