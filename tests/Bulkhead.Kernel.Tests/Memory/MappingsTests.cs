// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Memory;

public class MappingsTests
{
    private const ulong Block = 2ul << 20;

    [Fact]
    public void A_row_is_found_by_its_exact_range()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, Block);
        kernel.Map(domain, segment, 0, 0x4000_0000, 0x3000, MemoryAccess.Read).Succeeds();
        Link<ProtectionDomain> link = kernel.DomainOf(domain);
        Assert.Equal(0x3000ul, Find(link, 0x4000_0000, 0x3000).In(ref kernel.State).Entered);
        Assert.True(Find(link, 0x4000_0000, 0x2000).IsNone);
        Assert.True(Find(link, 0x4000_1000, 0x3000).IsNone);
        Assert.True(Find(kernel.State.System.RootDomain, 0x4000_0000, 0x3000).IsNone);
        Assert.True(Find(default, 0, 0).IsNone);

        Link<Mapping> Find(Link<ProtectionDomain> owner, ulong address, ulong bytes) =>
            Mappings<SimulatedAsp>.Find(ref kernel.State, owner, address, bytes);
    }

    [Fact]
    public void A_mapping_that_needs_more_tables_than_the_quota_is_refused()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(tablePages: 3);
        uint segment = kernel.CreateSegment(0, 2 * Block);
        kernel.Map(domain, segment, 0, 0x4000_0000 - 0x1000, 0x2000, MemoryAccess.Read)
            .Refuses(Status.NoResources, Reason.TableQuota);
        kernel.Map(domain, segment, 0, 0x4000_0000, 0x2000, MemoryAccess.Read).Succeeds();
        kernel.Map(domain, segment, 0, 0x4000_0000 + Block, 0x1000, MemoryAccess.Read)
            .Refuses(Status.NoResources, Reason.TableQuota);
        kernel.Map(domain, segment, 0, 0x4000_0000 + Block, Block, MemoryAccess.Read).Succeeds();
    }

    [Fact]
    public void The_kernels_last_table_page_is_not_overdrawn()
    {
        using KernelHarness kernel = new();
        uint segment = kernel.CreateSegment(0, 1 << 20);
        uint domain = kernel.CreateDomain(tablePages: 500);
        CallResult last = default;
        for (ulong region = 1; region < 200; region++)
        {
            last = kernel.Map(domain, segment, 0, region << 30, 0x1000, MemoryAccess.Read);
            if (!last.Code.IsSuccess) break;
        }
        last.Refuses(Status.NoResources, Reason.TablePagesExhausted);
        Assert.InRange(TableAllocator.CountFree(ref kernel.State), 0, 1);
        kernel.Call(Hypercall.Discard, domain).Succeeds();
    }

    [Fact]
    public void The_pool_of_rows_is_bounded()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(tablePages: 20);
        uint segment = kernel.CreateSegment(0, Block);
        CallResult result = default;
        for (uint page = 0; page <= KernelState.MappingsMax; page++)
        {
            result = kernel.Map(
                domain, segment, 0, 0x4000_0000 + (page * 0x1000ul), 0x1000, MemoryAccess.Read);
            if (!result.Code.IsSuccess) break;
        }
        result.Refuses(Status.NoResources, Reason.PoolExhausted);
    }

    [Fact]
    public void A_row_is_used_again_as_often_as_one_likes()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, Block);
        for (int count = 0; count <= KernelState.MappingsMax; count++)
        {
            kernel.Map(domain, segment, 0, 0x4000_0000, 0x1000, MemoryAccess.Read).Succeeds();
            kernel.Call(Hypercall.Unmap, domain, 0x4000_0000, 0x1000).Succeeds();
        }
    }

    [Fact]
    public void Sixteen_rows_are_looked_at_in_a_step()
    {
        using KernelHarness kernel = new();
        Link<ProtectionDomain> domain = kernel.DomainOf(kernel.CreateDomain());
        ushort cursor = 0;
        Mappings<SimulatedAsp>.RemoveNext(ref kernel.State, ref cursor, default, domain);
        Assert.Equal(16, cursor);
        cursor = KernelState.MappingsMax - 3;
        Mappings<SimulatedAsp>.RemoveNext(ref kernel.State, ref cursor, default, domain);
        Assert.Equal(KernelState.MappingsMax, cursor);
    }

    [Fact]
    public void Mappings_of_a_capability_go_in_every_domain()
    {
        using KernelHarness kernel = new();
        uint first = kernel.CreateDomain(), second = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, Block);
        uint copy = kernel.FreeSelector();
        kernel.Call(Hypercall.Delegate, segment, 0, copy, (ulong)Rights.SegmentRead).Succeeds();
        kernel.Map(first, copy, 0, 0x4000_0000, 0x1000, MemoryAccess.Read).Succeeds();
        kernel.Map(second, copy, 0, 0x4000_0000, Block, MemoryAccess.Read).Succeeds();
        kernel.Map(second, segment, 0, 0x5000_0000, Block, MemoryAccess.Read).Succeeds();
        Assert.NotNull(kernel.Translate(first, 0x4000_0000));
        kernel.Call(Hypercall.Discard, copy).Succeeds();
        Assert.Null(kernel.Translate(first, 0x4000_0000));
        Assert.Null(kernel.Translate(second, 0x4000_0000));
        Assert.NotNull(kernel.Translate(second, 0x5000_0000));
    }

    [Fact]
    public void The_kernels_last_table_pages_may_be_taken()
    {
        using KernelHarness kernel = new();
        uint segment = kernel.CreateSegment(0, 1 << 20);
        uint domain = kernel.CreateDomain(tablePages: 500);
        ulong region = 1;
        while (TableAllocator.CountFree(ref kernel.State) > 3)
        {
            Map(region++ << 30);
        }
        if (TableAllocator.CountFree(ref kernel.State) == 3) Map((1ul << 30) + Block);
        Map(region << 30);
        Assert.Equal(0, TableAllocator.CountFree(ref kernel.State));

        void Map(ulong address) =>
            kernel.Map(domain, segment, 0, address, 0x1000, MemoryAccess.Read).Succeeds();
    }
}
