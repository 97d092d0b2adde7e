// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Layout;

public sealed class TablePagesTests
{
    [Fact]
    public void Counts_root_second_and_third_level_tables()
    {
        TablePages pages = new();
        Assert.Equal(1, pages.Count);
        pages.Map(new MemoryRange(0x40_0000, 0x1000), 0x4321_0000);
        Assert.Equal(3, pages.Count);
        pages.Map(new MemoryRange(0x40_5000, 0x1000), 0);
        Assert.Equal(3, pages.Count);
        pages.Map(new MemoryRange(0x5f_f000, 0x2000), 0);
        Assert.Equal(4, pages.Count);
    }

    [Fact]
    public void Large_pages_need_no_third_level()
    {
        TablePages pages = new();
        pages.Map(new MemoryRange(0x4000_0000, 256 << 20), 0x6000_0000);
        Assert.Equal(2, pages.Count);
        TablePages shifted = new();
        shifted.Map(new MemoryRange(0x4000_0000, 4 << 20), 0x6000_1000);
        Assert.Equal(4, shifted.Count);
        TablePages partly = new();
        partly.Map(new MemoryRange(0x4000_1000, 6 << 20), 0x6000_1000);
        Assert.Equal(4, partly.Count);
    }
}
