// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("R-RECOVERY-1")]
public class DyingDomainTests
{
    [Fact]
    public void The_phases_follow_one_another_and_threads_stop_before_anything_goes()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.CreateDomain();
        ref ProtectionDomain domain = ref kernel.DomainOf(selector).In(ref kernel.State);
        ref ExecutionContext thread = ref kernel.ContextOf(
            kernel.StartThread(5, selector)).In(ref kernel.State);
        Link<Capability> slot = kernel.Slot(
            selector, kernel.Delegate(selector, selector, Rights.DomainMap, 9));
        domain.Dying = DyingPhase.Stopping;
        kernel.State.DyingCount = 1;
        kernel.Machine.MakeCurrent();
        DyingPhase last = DyingPhase.None;
        for (int step = 0; step < 500 && kernel.State.DyingCount != 0; step++)
        {
            Assert.True(domain.Dying >= last, $"{domain.Dying} after {last}");
            last = domain.Dying;
            if (last > DyingPhase.Stopping) Assert.Equal(ContextState.Off, thread.State);
            if (last < DyingPhase.Slots) Assert.False(slot.In(ref kernel.State).IsEmpty);
            if (last > DyingPhase.Slots) Assert.True(slot.In(ref kernel.State).IsEmpty);
            Assert.True(DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
        }
        Assert.Equal(DyingPhase.Domains, last);
        Assert.Equal(ObjectKind.None, thread.Header.Kind);
        Assert.False(DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
    }
}
