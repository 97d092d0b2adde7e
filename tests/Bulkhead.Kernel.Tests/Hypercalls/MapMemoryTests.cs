// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class MapMemoryTests
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
    [InlineData(
        0ul, Address, ulong.MaxValue - 0xfff, 1ul, Status.BadParameter, Reason.OutsideSegment)]
    [InlineData(0ul, 1ul << 39, 0x1000ul, 1ul, Status.BadParameter, Reason.OutsideAddressSpace)]
    [InlineData(
        0ul, (1ul << 39) - 0x1000, 0x2000ul, 1ul, Status.BadParameter, Reason.OutsideAddressSpace)]
    [InlineData(0ul, ulong.MaxValue - 0xfff, 0x1000ul, 1ul, Status.BadParameter,
        Reason.OutsideAddressSpace)]
    [Verifies("R-FLOW-2")]
    public void Impossible_mappings_are_refused(
        ulong offset, ulong address, ulong bytes, ulong access, Status status, Reason reason)
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, 0x4000, Rights.SegmentRead | Rights.SegmentExecute);
        kernel.Call(Hypercall.Map, domain, segment, offset, address, bytes, access)
            .Refuses(status, reason);
    }

    [Fact]
    [Verifies("R-FLOW-2", "R-PRIVILEGE-1", "I2")]
    public void Capabilities_are_checked()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(), segment = kernel.CreateSegment(0, 0x4000);
        kernel.Map(segment, segment, 0, Address, 0x1000, MemoryAccess.Read)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Map(domain, domain, 0, Address, 0x1000, MemoryAccess.Read)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.Unmap, segment, Address, 0x1000)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    [Verifies("I10")]
    public void What_one_domain_writes_another_reads()
    {
        using KernelHarness kernel = new();
        uint first = kernel.CreateDomain(), second = kernel.CreateDomain(),
            segment = kernel.CreateSegment(0, 4 << 20);
        kernel.Map(first, segment, 0, Address, 4 << 20, MemoryAccess.Read | MemoryAccess.Write)
            .Succeeds();
        kernel.Map(second, segment, 0x1000, 0x1_0000, 0x1000, MemoryAccess.Read).Succeeds();
        kernel.Machine.Memory.Write(
            kernel.Translate(first, Address + 0x1008)!.Value.Address, 0xcafe);
        Assert.Equal(0xcafeul,
            kernel.Machine.Memory.Read(kernel.Translate(second, 0x1_0008)!.Value.Address));
    }
}
