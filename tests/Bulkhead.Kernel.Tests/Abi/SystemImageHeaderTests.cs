// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Record = Bulkhead.Pools.Record;

namespace Bulkhead.Kernel.Tests.Abi;

public class SystemImageHeaderTests
{
    [Fact]
    public void Knows_the_size_of_each_record_that_only_the_manager_reads()
    {
        Assert.Equal(SystemImageHeader.PartitionBytes, Record.SizeOf<PartitionRecord>());
        Assert.Equal(SystemImageHeader.PayloadBytes, Record.SizeOf<PayloadRecord>());
        Assert.Equal(SystemImageHeader.ChannelBytes, Record.SizeOf<ChannelRecord>());
        Assert.Equal(SystemImageHeader.FrameWindowBytes, Record.SizeOf<FrameWindowRecord>());
    }
}
