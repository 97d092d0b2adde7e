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
            if (last <= DyingPhase.Slots)
            {
                Assert.Equal(ObjectKind.ExecutionContext, thread.Header.Kind);
            }

            Assert.True(DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
        }
        Assert.Equal(DyingPhase.Domains, last);
        Assert.Equal(ObjectKind.None, thread.Header.Kind);
        Assert.False(DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
    }

    [Fact]
    public void Six_rows_are_looked_at_in_a_step_which_ends_where_something_was_done()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.CreateDomain();
        ref ProtectionDomain domain = ref kernel.DomainOf(selector).In(ref kernel.State);
        Link<ExecutionContext> first = kernel.ContextOf(kernel.StartThread(5, selector));
        Link<ExecutionContext> second = kernel.ContextOf(kernel.StartThread(5, selector));
        kernel.State.DyingCount = 1;
        kernel.Machine.MakeCurrent();
        Step(kernel, ref domain, DyingPhase.Stopping, RowOf(kernel, first));
        Assert.Equal(ContextState.Off, first.In(ref kernel.State).State);
        Assert.NotEqual(ContextState.Off, second.In(ref kernel.State).State);
        Assert.Equal(RowOf(kernel, first), domain.Cursor);
        Step(kernel, ref domain, DyingPhase.Stopping, RowOf(kernel, second) + 1);
        Assert.Equal(RowOf(kernel, second) + 7, domain.Cursor);
        Step(kernel, ref domain, DyingPhase.Stopping, KernelState.ContextsMax - 1);
        Assert.Equal((DyingPhase.Mappings, 16), (domain.Dying, domain.Cursor));
    }

    [Fact]
    public void A_step_takes_one_capability()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.CreateDomain();
        ref ProtectionDomain domain = ref kernel.DomainOf(selector).In(ref kernel.State);
        for (uint slot = 10; slot < 14; slot++)
        {
            kernel.Delegate(selector, selector, Rights.DomainMap, slot);
        }

        kernel.State.DyingCount = 1;
        kernel.Machine.MakeCurrent();
        Step(kernel, ref domain, DyingPhase.Slots, 10);
        Assert.True(kernel.Slot(selector, 10).In(ref kernel.State).IsEmpty);
        Assert.False(kernel.Slot(selector, 11).In(ref kernel.State).IsEmpty);
    }

    private static void Step(
        KernelHarness kernel, ref ProtectionDomain domain, DyingPhase phase, int cursor)
    {
        domain.Dying = phase;
        domain.Cursor = (ushort)cursor;
        Assert.True(DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
    }

    private static int RowOf(KernelHarness kernel, Link<ExecutionContext> link) =>
        (int)link.Behind(
            Link<ExecutionContext>.To(ref kernel.State, ref kernel.State.Contexts[0]));
}
