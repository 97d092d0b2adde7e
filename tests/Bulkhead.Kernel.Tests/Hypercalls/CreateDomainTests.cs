// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateDomainTests
{
    [Fact]
    public void A_new_domain_has_its_quota_and_a_root_table()
    {
        using KernelHarness kernel = new();
        ref ProtectionDomain domain =
            ref kernel.DomainOf(kernel.CreateDomain(5, 7)).In(ref kernel.State);
        Assert.Equal((5, 7, 1, 0), (domain.TablePagesQuota, domain.ObjectsQuota,
            domain.TablePagesUsed, domain.ObjectsUsed));
    }

    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        ulong quota = new DomainQuota(2, 2).Value;
        uint free = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateDomain, 0, Selectors.OwnDomain, quota)
            .Refuses(Status.BadCapability, Reason.SlotZero);
        kernel.Call(Hypercall.CreateDomain, Selectors.System, Selectors.OwnDomain, quota)
            .Refuses(Status.Busy, Reason.SlotTaken);
        kernel.Call(Hypercall.CreateDomain, free, Selectors.System, quota)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.CreateDomain, free, Selectors.OwnDomain, 0x2_0000)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.CreateDomain, free, Selectors.OwnDomain, quota | (1ul << 32))
            .Refuses(Status.BadParameter, Reason.BadArgument);
    }

    [Fact]
    [Verifies("R-QUOTA-1", "R-QUOTA-4")]
    public void The_payers_quota_and_the_pool_bound_the_number()
    {
        using KernelHarness kernel = new();
        uint payer = kernel.CreateDomain(objects: 1);
        kernel.Call(Hypercall.CreateDomain, kernel.FreeSelector(), payer, 1).Succeeds();
        kernel.Call(Hypercall.CreateDomain, kernel.FreeSelector(), payer, 1)
            .Refuses(Status.NoResources, Reason.ObjectQuota);
        for (int count = 3; count < Limits.DomainsMax; count++) kernel.CreateDomain(1, 1);
        kernel.Call(Hypercall.CreateDomain, kernel.FreeSelector(), Selectors.OwnDomain, 1)
            .Refuses(Status.NoResources, Reason.PoolExhausted);
    }

    [Fact]
    [Verifies("R-QUOTA-4", "I33")]
    public void Without_a_table_page_there_is_no_domain()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(KernelState.TablePagesMax);
        uint segment = kernel.CreateSegment(0, Limits.PageBytes);
        CallResult result;
        ulong address = 1ul << 30;
        do
        {
            result = kernel.Map(domain, segment, 0, address, Limits.PageBytes, MemoryAccess.Read);
            address += 1ul << 30;
        }
        while (result.Code.IsSuccess);
        result.Refuses(Status.NoResources, Reason.TablePagesExhausted);
        if (TableAllocator.CountFree(ref kernel.State) == 1) kernel.CreateDomain(1);
        kernel.Call(Hypercall.CreateDomain, kernel.FreeSelector(), Selectors.OwnDomain, 1)
            .Refuses(Status.NoResources, Reason.TablePagesExhausted);
    }
}
