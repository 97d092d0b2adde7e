// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateSegmentTests
{
    private const uint Whole = Selectors.BootSegments + 1;

    [Fact]
    public void A_part_has_its_place_and_its_rights()
    {
        using KernelHarness kernel = new();
        uint part = kernel.CreateSegment(0x3000, 0x5000, Rights.SegmentRead);
        ref MemorySegment segment = ref kernel.SegmentOf(part).In(ref kernel.State);
        Assert.Equal(
            (BootImage.RamAddress + 0x3000, 0x5000ul), (segment.Base.Value, segment.Bytes));
        Assert.Equal(Rights.SegmentRead, kernel.Slot(part).In(ref kernel.State).Rights);
        uint device = kernel.CreateSegment(0, 0x1000, Rights.SegmentRead, record: 3);
        Assert.Equal(MemoryAccess.Device, kernel.SegmentOf(device).In(ref kernel.State).Attributes);
    }

    [Theory]
    [InlineData(0ul, 0ul, (ulong)Rights.SegmentRead, Reason.EmptyRange)]
    [InlineData(1ul, 0x1000ul, (ulong)Rights.SegmentRead, Reason.Misaligned)]
    [InlineData(0ul, 0x1001ul, (ulong)Rights.SegmentRead, Reason.Misaligned)]
    [InlineData(0ul, BootImage.RamBytes + 0x1000, (ulong)Rights.SegmentRead, Reason.OutsideSegment)]
    [InlineData(BootImage.RamBytes, 0x1000ul, (ulong)Rights.SegmentRead, Reason.OutsideSegment)]
    [InlineData(0x1000ul, ulong.MaxValue - 0xfff, (ulong)Rights.SegmentRead, Reason.OutsideSegment)]
    [InlineData(0ul, 0x1000ul, 0ul, Reason.RightsExceeded)]
    [InlineData(0ul, 0x1000ul, (ulong)Rights.SemaphoreUp, Reason.RightsExceeded)]
    [InlineData(0ul, 0x1000ul, (1ul << 32) | (ulong)Rights.SegmentRead, Reason.RightsExceeded)]
    public void Impossible_parts_are_refused(ulong offset, ulong bytes, ulong rights, Reason reason)
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.CreateSegment, kernel.FreeSelector(), Whole, offset, bytes, rights)
            .Refuses(Status.BadParameter, reason);
    }

    [Fact]
    [Verifies("R-PRIVILEGE-2", "I22")]
    public void Rights_do_not_grow_back()
    {
        using KernelHarness kernel = new();
        uint part = kernel.CreateSegment(0, 0x2000, Rights.SegmentRead);
        kernel.Call(Hypercall.CreateSegment, kernel.FreeSelector(), part, 0, 0x1000,
            (ulong)Rights.SegmentWrite)
            .Refuses(Status.BadParameter, Reason.RightsExceeded);
        kernel.Call(Hypercall.CreateSegment, kernel.FreeSelector(), Selectors.System, 0, 0x1000,
            (ulong)Rights.SegmentRead)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    [Verifies("R-QUOTA-4")]
    public void The_pool_of_segments_is_bounded()
    {
        using KernelHarness kernel = new();
        int bootCount = new BootImage().Memory.Count;
        for (int count = bootCount; count < KernelState.SegmentsMax; count++)
        {
            kernel.CreateSegment(0, Limits.PageBytes);
        }
        kernel.Call(Hypercall.CreateSegment, kernel.FreeSelector(), Whole, 0, Limits.PageBytes,
            (ulong)Rights.SegmentRead).Refuses(Status.NoResources, Reason.PoolExhausted);
    }
}
