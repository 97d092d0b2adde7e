// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

/// <summary><see cref="Hypercall.Map"/> and <see cref="Hypercall.Unmap"/>.</summary>
public class MemoryHypercallTests
{
    private const ulong Address = 0x4000_0000;

    [Theory]
    [InlineData(0ul, Address, 0x1000ul, 0ul, Status.BadParameter, Reason.BadArgument)]
    [InlineData(0ul, Address, 0x1000ul, 8ul, Status.BadParameter, Reason.BadArgument)]
    [InlineData(0ul, Address, 0x1000ul, 1ul << 32, Status.BadParameter, Reason.BadArgument)]
    [InlineData(0ul, Address, 0x1000ul, 2ul, Status.BadCapability, Reason.AccessDenied)]
    [InlineData(0x10ul, Address, 0x1000ul, 1ul, Status.BadParameter, Reason.Misaligned)]
    [InlineData(0ul, Address + 8, 0x1000ul, 1ul, Status.BadParameter, Reason.Misaligned)]
    [InlineData(0ul, Address, 0x800ul, 1ul, Status.BadParameter, Reason.Misaligned)]
    [InlineData(0ul, Address, 0ul, 1ul, Status.BadParameter, Reason.EmptyRange)]
    [InlineData(0x4000ul, Address, 0x1000ul, 1ul, Status.BadParameter, Reason.OutsideSegment)]
    [InlineData(0ul, Address, ulong.MaxValue - 0xfff, 1ul, Status.BadParameter, Reason.OutsideSegment)]
    [InlineData(0ul, 1ul << 39, 0x1000ul, 1ul, Status.BadParameter, Reason.OutsideAddressSpace)]
    [InlineData(0ul, (1ul << 39) - 0x1000, 0x2000ul, 1ul, Status.BadParameter, Reason.OutsideAddressSpace)]
    [InlineData(0ul, ulong.MaxValue - 0xfff, 0x1000ul, 1ul, Status.BadParameter, Reason.OutsideAddressSpace)]
    public void Impossible_mappings_are_refused(
        ulong offset, ulong address, ulong bytes, ulong access, Status status, Reason reason)
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, 0x4000, Rights.SegmentRead | Rights.SegmentExecute);
        kernel.Call(Hypercall.Map, domain, segment, offset, address, bytes, access).Refuses(status, reason);
    }

    [Fact]
    public void Capabilities_are_checked()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 0x4000);
        kernel.Map(segment, segment, 0, Address, 0x1000, MemoryAccess.Read).Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Map(domain, domain, 0, Address, 0x1000, MemoryAccess.Read).Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.Unmap, segment, Address, 0x1000).Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    public void A_range_is_mapped_once_and_unmapped_as_it_was_mapped()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 0x8000);
        kernel.Map(domain, segment, 0, Address, 0x4000, MemoryAccess.Read).Succeeds();
        kernel.Map(domain, segment, 0, Address + 0x3000, 0x2000, MemoryAccess.Read).Refuses(Status.Busy, Reason.AlreadyMapped);
        kernel.Map(domain, segment, 0, Address - 0x1000, 0x2000, MemoryAccess.Read).Refuses(Status.Busy, Reason.AlreadyMapped);
        kernel.Map(domain, segment, 0, Address + 0x4000, 0x1000, MemoryAccess.Read).Succeeds();
        kernel.Call(Hypercall.Unmap, domain, Address, 0x2000).Refuses(Status.BadParameter, Reason.NotMapped);
        kernel.Call(Hypercall.Unmap, domain, Address, 0x5000).Refuses(Status.BadParameter, Reason.NotMapped);
        kernel.Call(Hypercall.Unmap, domain, Address, 0x4000).Succeeds();
        kernel.Call(Hypercall.Unmap, domain, Address, 0x4000).Refuses(Status.BadParameter, Reason.NotMapped);
    }

    [Fact]
    public void A_message_page_is_not_unmapped_by_hand()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Unmap, Selectors.OwnDomain, NativeLayout.Utcb, 0x1000).Refuses(Status.BadParameter, Reason.NotMapped);
    }

    [Fact]
    public void What_one_domain_writes_another_reads()
    {
        using KernelHarness kernel = new();
        uint first = kernel.CreateDomain(), second = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 4 << 20);
        kernel.Map(first, segment, 0, Address, 4 << 20, MemoryAccess.Read | MemoryAccess.Write).Succeeds();
        kernel.Map(second, segment, 0x1000, 0x1_0000, 0x1000, MemoryAccess.Read).Succeeds();
        kernel.Machine.Memory.Write(kernel.Translate(first, Address + 0x1008)!.Value.Address, 0xcafe);
        Assert.Equal(0xcafeul, kernel.Machine.Memory.Read(kernel.Translate(second, 0x1_0008)!.Value.Address));
    }
}
