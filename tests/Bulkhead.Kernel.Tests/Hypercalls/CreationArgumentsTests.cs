// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreationArgumentsTests
{
    [Theory]
    [InlineData(0ul, 6ul, Status.BadCapability, Reason.SlotZero)]
    [InlineData(256ul, 6ul, Status.BadCapability, Reason.SelectorOutOfRange)]
    [InlineData(6ul, 6ul, Status.Busy, Reason.SlotTaken)]
    [InlineData(200ul, 0ul, Status.BadCapability, Reason.SlotEmpty)]
    [InlineData(200ul, 7ul, Status.BadCapability, Reason.RightMissing)]
    [InlineData(200ul, uint.MaxValue, Status.BadCapability, Reason.SelectorOutOfRange)]
    [InlineData(200ul, (1ul << 32) | 6, Status.Success, Reason.None)]
    [InlineData(200ul, (2ul << 32) | 6, Status.BadParameter, Reason.BadCpu)]
    [InlineData(200ul, 6ul, Status.Success, Reason.None)]
    public void A_slot_and_a_domain_are_found_or_neither_is_used(
        ulong selector, ulong domain, Status status, Reason reason)
    {
        using KernelHarness kernel = new();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[0] = selector;
        root.Frame[1] = domain;
        ResultCode result = CreationArguments.Decode(
            ref kernel.State, ref root, out Link<Capability> slot,
            out Link<ProtectionDomain> found, out Link<Cpu> _);
        Assert.Equal((status, reason), (result.Status, result.Reason));
        Assert.Equal(status != Status.Success, found.IsNone);
        if (result.IsSuccess) Assert.Equal(kernel.Slot(200), slot);
    }

    [Fact]
    [Verifies("R-PRIVILEGE-1")]
    public void The_right_to_create_is_needed()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        kernel.Call(Hypercall.Delegate, domain, 0, 220, (ulong)Rights.DomainMap).Succeeds();
        kernel.Call(Hypercall.CreateDomain, 221, 220, 1)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.CreateThread, 221, 220, NativeLayout.Utcb, 0, 1)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }
}
