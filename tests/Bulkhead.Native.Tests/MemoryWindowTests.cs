// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Native.Tests;

public sealed class MemoryWindowTests
{
    private static MemoryWindow Window(MemoryAccess access) =>
        MemoryWindow.OfMapping(0x1000, 0x2000, access);

    [Theory]
    [InlineData(0, 0x2000, true)]
    [InlineData(0x2000, 0, true)]
    [InlineData(0x1fff, 1, true)]
    [InlineData(0x1fff, 2, false)]
    [InlineData(0x2001, 0, false)]
    [InlineData(ulong.MaxValue, 2, false)]
    [InlineData(2, ulong.MaxValue, false)]
    public void Contains_DoesNotWrap(ulong offset, ulong bytes, bool expected) =>
        Assert.Equal(expected, Window(MemoryAccess.Read).Contains(offset, bytes));

    [Fact]
    public void Access_OutsideOrForbidden_IsRefusedBeforeItHappens()
    {
        Assert.Throws<IndexOutOfRangeException>(() =>
            Window(MemoryAccess.Read).Read(0x2000, 1).Length);
        Assert.Throws<IndexOutOfRangeException>(() => Window(MemoryAccess.Read).Write(0, 1).Length);
        Assert.Throws<IndexOutOfRangeException>(() => Window(MemoryAccess.Read).Read32(0));
        Assert.Throws<IndexOutOfRangeException>(
            () => Window(MemoryAccess.Write).CopyFrom(0x1fff, new byte[2]));
        Assert.Throws<IndexOutOfRangeException>(
            () => Window(MemoryAccess.Write).Clear(1, ulong.MaxValue));
    }

    [Fact]
    public void Read_GivesTheRange() =>
        Assert.Equal(0x10, Window(MemoryAccess.Read).Read(0x1ff0, 0x10).Length);
}
