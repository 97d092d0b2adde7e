// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class UnmapMemoryTests
{
    private const ulong Address = 0x4000_0000;

    [Fact]
    public void A_range_is_mapped_once_and_unmapped_as_it_was_mapped()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 0x8000);
        kernel.Map(domain, segment, 0, Address, 0x4000, MemoryAccess.Read).Succeeds();
        kernel.Map(domain, segment, 0, Address + 0x3000, 0x2000, MemoryAccess.Read)
            .Refuses(Status.Busy, Reason.AlreadyMapped);
        kernel.Map(domain, segment, 0, Address - 0x1000, 0x2000, MemoryAccess.Read)
            .Refuses(Status.Busy, Reason.AlreadyMapped);
        kernel.Map(domain, segment, 0, Address + 0x4000, 0x1000, MemoryAccess.Read).Succeeds();
        kernel.Call(Hypercall.Unmap, domain, Address, 0x2000)
            .Refuses(Status.BadParameter, Reason.NotMapped);
        kernel.Call(Hypercall.Unmap, domain, Address, 0x5000)
            .Refuses(Status.BadParameter, Reason.NotMapped);
        kernel.Call(Hypercall.Unmap, domain, Address, 0x4000).Succeeds();
        kernel.Call(Hypercall.Unmap, domain, Address, 0x4000)
            .Refuses(Status.BadParameter, Reason.NotMapped);
    }

    [Fact]
    public void A_message_page_is_not_unmapped_by_hand()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Unmap, Selectors.OwnDomain, NativeLayout.Utcb, 0x1000)
            .Refuses(Status.BadParameter, Reason.NotMapped);
    }

    [Fact]
    public void The_very_first_mapping_can_go()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Unmap, Selectors.OwnDomain, NativeLayout.Program, 0x2000).Succeeds();
        Assert.Null(kernel.Translate(Selectors.OwnDomain, NativeLayout.Program));
    }
}
