// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Native.Tests;

public sealed class RecordsTests
{
    [Fact]
    public void At_ReadsInPlace()
    {
        byte[] bytes = new byte[64];
        bytes[8] = 5;
        Assert.Equal(5u, Records.At<ChannelRecord>(bytes, 8).From);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void At_RefusesWhatIsNotWhollyInside(int offset)
    {
        byte[] bytes = new byte[64];
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Records.At<ChannelRecord>(bytes, offset).From);
    }
}
