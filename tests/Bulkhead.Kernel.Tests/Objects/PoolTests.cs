// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

/// <summary>Free rows, quotas and the making of domains.</summary>
public class PoolTests
{
    [Fact]
    public void The_first_free_row_is_found()
    {
        using SimulatedMachine machine = new();
        Span<Semaphore> rows = machine.State.Semaphores;
        Assert.Equal(0, FreeRow.Find(rows));
        for (int index = 0; index < rows.Length; index++) rows[index].Header.Kind = ObjectKind.Semaphore;
        Assert.Equal(-1, FreeRow.Find(rows));
        rows[17].Header.Kind = ObjectKind.None;
        rows[40].Header.Kind = ObjectKind.None;
        Assert.Equal(17, FreeRow.Find(rows));
    }

    [Fact]
    public void A_dying_domains_row_is_not_free()
    {
        using SimulatedMachine machine = new();
        Span<ProtectionDomain> rows = machine.State.Domains;
        rows[0].IsDying = 1;
        Assert.Equal(1, FreeRow.Find(rows));
    }

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

    [Fact]
    public void Each_domain_has_an_address_space_of_its_own()
    {
        using KernelHarness kernel = new();
        HashSet<ushort> spaces = [new TranslationRoot(kernel.State.System.RootDomain.In(ref kernel.State).TranslationRoot).Space];
        for (int count = 0; count < 10; count++)
        {
            ulong root = kernel.DomainOf(kernel.CreateDomain(tablePages: 1)).In(ref kernel.State).TranslationRoot;
            Assert.NotEqual(0, new TranslationRoot(root).Space);
            Assert.True(spaces.Add(new TranslationRoot(root).Space));
        }
    }

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
        foreach (Link<TablePage> page in pages) TableAllocator.Free(ref kernel.State, TableAllocator.IndexOf(ref kernel.State, page));
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
            ulong address = SimulatedMachine.StateBase + Link<TablePage>.To(ref state, ref state.Tables[index]).Offset;
            Assert.Equal(index, TableAllocator.IndexOf<SimulatedAsp>(ref state, StageTwoDescriptor.Table(address).Value));
        }
        KernelPanicException panic = Assert.Throws<KernelPanicException>(() =>
            TableAllocator.IndexOf<SimulatedAsp>(ref kernel.State, StageTwoDescriptor.Table(TestImage.RamAddress).Value));
        Assert.Equal(Bulkhead.Kernel.Health.Invariant.TablePageInPool, panic.Invariant);
    }
}
