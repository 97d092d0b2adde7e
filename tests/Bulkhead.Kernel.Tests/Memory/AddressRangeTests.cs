// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Memory;

public class AddressRangeTests
{
    private const ulong Limit = 1ul << 39;

    [Theory]
    [InlineData(0ul, 0x1000ul, Reason.None)]
    [InlineData(0ul, Limit, Reason.None)]
    [InlineData(Limit - 0x1000, 0x1000ul, Reason.None)]
    [InlineData(Limit, 0x1000ul, Reason.OutsideAddressSpace)]
    [InlineData(Limit - 0x1000, 0x2000ul, Reason.OutsideAddressSpace)]
    [InlineData(0x1000ul, ulong.MaxValue - 0xfff, Reason.OutsideAddressSpace)]
    [InlineData(ulong.MaxValue - 0xfff, 0x1000ul, Reason.OutsideAddressSpace)]
    [InlineData(0ul, 0ul, Reason.EmptyRange)]
    [InlineData(1ul, 0x1000ul, Reason.Misaligned)]
    [InlineData(0ul, 0x800ul, Reason.Misaligned)]
    [InlineData(0xffful, 0ul, Reason.Misaligned)]
    public void Alleged_ranges_are_judged_without_wrapping(
        ulong start, ulong bytes, Reason reason) =>
        Assert.Equal(
            reason, AddressRange.CheckPages(start, bytes, Limit, Reason.OutsideAddressSpace));

    [Fact]
    public void Overlap_is_sharing_an_address()
    {
        for (ulong start = 0; start < 8; start++)
        {
            for (ulong bytes = 1; bytes < 4; bytes++)
            {
                bool shares = false;
                for (ulong at = start; at < start + bytes; at++) shares |= at is >= 3 and < 5;
                Assert.Equal(shares, AddressRange.Overlap(start, bytes, 3, 2));
                Assert.Equal(shares, AddressRange.Overlap(3, 2, start, bytes));
            }
        }
    }
}
