// SPDX-License-Identifier: MIT
using Bulkhead.Samples.Hello;

namespace Bulkhead.Samples.Tests.Hello;

public sealed class ProgramTests
{
    [Fact]
    public void Main_SaysWhoItIs_AndIsDone()
    {
        using PartitionHost host = new() { Id = 5, Argument = 42 };
        host.Run(Program.Main, until: TimeSpan.Zero);
        Assert.Equal(["hello from C# at EL0, partition 5, argument 42"], host.Log);
        Assert.True(host.IsDone);
    }
}
