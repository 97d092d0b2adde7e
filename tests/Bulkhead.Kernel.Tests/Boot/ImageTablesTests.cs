// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Kernel.Boot;

namespace Bulkhead.Kernel.Tests.Boot;

[Verifies("R-STATE-1")]
public class ImageTablesTests
{
    [Fact]
    public void Records_are_read_by_index()
    {
        BootImage image = new();
        ImageTables tables = new(image.ToBytes());
        for (uint index = 0; index < image.Memory.Count; index++)
        {
            Assert.True(tables.TryRead(tables.Header.Memory, index, out MemoryRecord record));
            Assert.Equal(image.Memory[(int)index].HostAddress, record.HostAddress);
        }
        Assert.False(
            tables.TryRead(tables.Header.Memory, (uint)image.Memory.Count, out MemoryRecord none));
        Assert.Equal(0ul, none.Bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Too_few_bytes_have_no_header(int length)
    {
        ImageTables tables = new(new BootImage().ToBytes().AsSpan(0, length));
        Assert.Equal(0ul, tables.Header.Magic);
        Assert.Equal(0, tables.TableArea.Length);
    }

    [Fact]
    public void A_table_that_leaves_the_area_has_no_records()
    {
        BootImage image = new();
        byte[] bytes = image.ToBytes();
        ImageTables tables = new(bytes);
        TableReference outside = new() { Offset = uint.MaxValue - 7, Count = uint.MaxValue };
        Assert.False(tables.TryRead(outside, 0, out MemoryRecord _));
        Assert.False(tables.TryRead(outside, uint.MaxValue - 1, out MemoryRecord _));
        TableReference last = new() { Offset = tables.Header.TableBytes - 8, Count = 1 };
        Assert.False(tables.TryRead(last, 0, out MemoryRecord _));
    }

    [Fact]
    public void A_table_area_may_be_all_there_is_and_no_more()
    {
        BootImage image = new();
        byte[] bytes = image.ToBytes();
        int length = (int)image.Header.TableBytes;
        Assert.Equal(length, new ImageTables(bytes.AsSpan(0, length)).TableArea.Length);
        Assert.Equal(0, new ImageTables(bytes.AsSpan(0, length - 1)).TableArea.Length);
    }

    [Theory]
    [InlineData(0ul, 16ul, 16)]
    [InlineData(BootImage.ImageBytes, 0ul, 0)]
    [InlineData(BootImage.ImageBytes, 1ul, 0)]
    [InlineData(0ul, BootImage.ImageBytes + 1, 0)]
    [InlineData(8ul, ulong.MaxValue, 0)]
    [InlineData(ulong.MaxValue, 8ul, 0)]
    public void Bytes_are_all_there_or_none(ulong offset, ulong count, int length) =>
        Assert.Equal(
            length, new ImageTables(new BootImage().ToBytes()).Bytes(offset, count).Length);
}
