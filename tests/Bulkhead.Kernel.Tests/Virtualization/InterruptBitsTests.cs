// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Kernel.Tests.Virtualization;

public class InterruptBitsTests
{
    [Fact]
    public void Bits_are_set_one_by_one()
    {
        InterruptBits bits = default;
        for (uint interrupt = 0; interrupt < 256; interrupt += 3) bits.Set(interrupt);
        for (uint interrupt = 0; interrupt < 256; interrupt++)
        {
            Assert.Equal(interrupt % 3 == 0, bits.Has(interrupt));
        }
        for (uint interrupt = 0; interrupt < 256; interrupt += 6) bits.Clear(interrupt);
        for (uint interrupt = 0; interrupt < 256; interrupt++)
        {
            Assert.Equal(interrupt % 6 == 3, bits.Has(interrupt));
        }
        bits.Put(0, true);
        bits.Put(3, false);
        Assert.Equal((true, false), (bits.Has(0), bits.Has(3)));
    }
}
