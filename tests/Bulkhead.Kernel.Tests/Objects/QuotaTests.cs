// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("R-QUOTA-1")]
public class QuotaTests
{
    [Fact]
    public void Charging_and_releasing_balance()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        ref ProtectionDomain payer = ref state.Domains[2];
        payer.ObjectsQuota = 1;
        Link<ProtectionDomain> link = Link<ProtectionDomain>.To(ref state, ref payer);
        Assert.True(Quota.Check(ref payer).IsSuccess);
        ref Semaphore semaphore = ref state.Semaphores[0];
        semaphore.Header.Kind = ObjectKind.Semaphore;
        Quota.Charge(ref state, link, ref semaphore.Header);
        Assert.Equal(Reason.ObjectQuota, Quota.Check(ref payer).Reason);
        Quota.Release(ref state, ref semaphore.Header);
        Assert.Equal((ushort)0, payer.ObjectsUsed);
        Assert.Equal((1u, ObjectKind.None), (semaphore.Header.Generation, semaphore.Header.Kind));
    }

    [Theory]
    [InlineData(Hypercall.CreateSemaphore, new ulong[] { 0 })]
    [InlineData(Hypercall.CreatePortal, new ulong[] { 10 })]
    [InlineData(Hypercall.CreateSegment, new ulong[] { 11, 0, 0x1000, (ulong)Rights.SegmentRead })]
    [InlineData(Hypercall.CreateSchedulingContext, new ulong[] { 12, 1 })]
    [InlineData(Hypercall.CreateThread,
        new ulong[] { 13, NativeLayout.Utcb + 0x10_0000, 0x1000, 0x1000 })]
    [InlineData(Hypercall.CreateVcpu, new ulong[] { 13, 20, 0 })]
    [InlineData(Hypercall.CreateDomain, new ulong[] { 13, 0x1_0001 })]
    public void Whatever_is_made_is_paid_for_by_its_domain(Hypercall number, ulong[] arguments)
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint server = kernel.CreateServer(), idle = kernel.CreateThread();
        kernel.Delegate(server, domain, Rights.ContextControl, 10);
        kernel.Delegate(Selectors.BootSegments + 1, domain, Rights.SegmentAll, 11);
        kernel.Delegate(idle, domain, Rights.ContextControl, 12);
        kernel.Delegate(domain, domain, Rights.DomainAll, 13);
        for (uint kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            kernel.Delegate(kernel.CreatePortal(server), domain, Rights.PortalCall, 20 + kind);
        }
        Link<ProtectionDomain> payer = kernel.DomainOf(domain);
        Link<ExecutionContext> thread = kernel.ContextOf(kernel.StartThread(50, domain));
        kernel.ParkRoot();
        int before = payer.In(ref kernel.State).ObjectsUsed;
        kernel.Call(thread, number, [40, .. arguments]).Succeeds();
        Assert.Equal(before + 1, payer.In(ref kernel.State).ObjectsUsed);
        kernel.Call(thread, Hypercall.Discard, 40).Succeeds();
        Assert.Equal(before, payer.In(ref kernel.State).ObjectsUsed);
    }
}
