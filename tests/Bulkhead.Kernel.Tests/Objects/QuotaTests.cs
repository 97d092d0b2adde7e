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
}
