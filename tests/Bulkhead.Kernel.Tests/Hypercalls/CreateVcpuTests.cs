// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateVcpuTests
{
    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint free = kernel.FreeSelector(), first = machine.Portals[0];
        Refuses(0, machine.Domain, first, 1, Status.BadCapability, Reason.SlotZero);
        Refuses(free, machine.Portals[0], first, 1, Status.BadCapability, Reason.RightMissing);
        Refuses(free, machine.Domain, first + 1, 1, Status.BadCapability, Reason.RightMissing);
        Refuses(free, machine.Domain, 254, 1, Status.BadCapability, Reason.SlotEmpty);
        Refuses(free, machine.Domain, ulong.MaxValue - 2, 1, Status.BadCapability,
            Reason.SelectorOutOfRange);
        Refuses(free, machine.Domain, first, 0, Status.Busy, Reason.BadVcpuNumber);
        Refuses(free, machine.Domain, first, Limits.VcpusPerMachineMax, Status.BadParameter,
            Reason.BadVcpuNumber);
        Refuses(free, machine.Domain, first, 1ul << 32, Status.BadParameter, Reason.BadVcpuNumber);
        kernel.Call(Hypercall.CreateVcpu, free, machine.Domain, first,
            Limits.VcpusPerMachineMax - 1).Succeeds();

        void Refuses(ulong selector, ulong domain, ulong portals, ulong number, Status status,
            Reason reason) =>
            kernel.Call(Hypercall.CreateVcpu, selector, domain, portals, number)
                .Refuses(status, reason);
    }

    [Fact]
    [Verifies("R-QUOTA-4")]
    public void The_pool_bounds_the_number()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint second = kernel.CreateDomain();
        for (ulong number = 1; number < 8; number++) Create(machine.Domain, number).Succeeds();
        for (ulong number = 0; number < 8; number++) Create(second, number).Succeeds();
        Create(kernel.CreateDomain(), 0).Refuses(Status.NoResources, Reason.PoolExhausted);

        CallResult Create(uint domain, ulong number) =>
            kernel.Call(
                Hypercall.CreateVcpu, kernel.FreeSelector(), domain, machine.Portals[0], number);
    }
}
