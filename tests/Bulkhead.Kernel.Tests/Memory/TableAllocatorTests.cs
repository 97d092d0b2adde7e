// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Memory;

[Verifies("R-QUOTA-1", "I1", "I9")]
public class TableAllocatorTests
{
    [Fact]
    public void Table_pages_are_taken_and_given_back()
    {
        using KernelHarness kernel = new();
        Link<ProtectionDomain> owner = kernel.State.System.RootDomain;
        int free = TableAllocator.CountFree(ref kernel.State);
        ushort used = owner.In(ref kernel.State).TablePagesUsed;
        List<Link<TablePage>> pages = [];
        for (Link<TablePage> page = Take(); !page.IsNone; page = Take()) pages.Add(page);
        Assert.Equal(free, pages.Distinct().Count());
        Assert.Equal(used + free, owner.In(ref kernel.State).TablePagesUsed);
        Assert.Equal(0, TableAllocator.CountFree(ref kernel.State));
        foreach (Link<TablePage> page in pages)
        {
            TableAllocator.Free(ref kernel.State, TableAllocator.IndexOf(ref kernel.State, page));
        }
        Assert.Equal(free, TableAllocator.CountFree(ref kernel.State));
        Assert.Equal(used, owner.In(ref kernel.State).TablePagesUsed);

        Link<TablePage> Take() => TableAllocator.Allocate(ref kernel.State, owner);
    }

    [Fact]
    public void A_table_descriptor_that_leads_elsewhere_stops_the_machine()
    {
        using KernelHarness kernel = new();
        ref KernelState state = ref kernel.State;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            ulong address = SimulatedMachine.StateBase
                + Link<TablePage>.To(ref state, ref state.Tables[index]).Offset;
            Assert.Equal(index, TableAllocator.IndexOf<SimulatedAsp>(
                ref state, StageTwoDescriptor.Table(address).Value));
        }
        ulong behind = SimulatedMachine.StateBase
            + Link<TablePage>.To(ref state, ref state.Tables[0]).Offset
            + (KernelState.TablePagesMax * Limits.PageBytes);
        foreach (ulong address in (ulong[])[BootImage.RamAddress, behind])
        {
            KernelPanicException panic = Assert.Throws<KernelPanicException>(() =>
                TableAllocator.IndexOf<SimulatedAsp>(
                    ref kernel.State, StageTwoDescriptor.Table(address).Value));
            Assert.Equal(Invariant.TablePageInPool, panic.Invariant);
        }
    }
}
