// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Record = Bulkhead.Pools.Record;

namespace Bulkhead.Kernel.Tests.Pools;

public class RecordTests
{
    [Fact]
    public void Reads_at_any_offset_that_leaves_room()
    {
        byte[] bytes = [.. Enumerable.Range(1, 20).Select(value => (byte)value)];
        for (int offset = 0; offset <= 12; offset++)
        {
            Assert.True(Record.TryRead(bytes, (ulong)offset, out ulong value));
            Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(offset)), value);
        }
        Assert.Equal(8u, Record.SizeOf<ulong>());
    }

    [Theory]
    [InlineData(13ul)]
    [InlineData(20ul)]
    [InlineData(21ul)]
    [InlineData(1ul << 32)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 7)]
    public void Gives_nothing_beyond_the_end(ulong offset)
    {
        Assert.False(Record.TryRead(new byte[20], offset, out ulong value));
        Assert.Equal(0ul, value);
    }
}
