// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Kernel.Tests.Abi;

public class SystemImageHeaderTests
{
    [Fact]
    public void Knows_the_size_of_each_record_that_only_the_manager_reads()
    {
        Assert.Equal(Record.SizeOf<PartitionRecord>(), SystemImageHeader.PartitionBytes);
        Assert.Equal(Record.SizeOf<PayloadRecord>(), SystemImageHeader.PayloadBytes);
        Assert.Equal(Record.SizeOf<ChannelRecord>(), SystemImageHeader.ChannelBytes);
        Assert.Equal(Record.SizeOf<FrameWindowRecord>(), SystemImageHeader.FrameWindowBytes);
    }
}
