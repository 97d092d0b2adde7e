// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

public class FastPathTests
{
    [Fact]
    public void The_general_way_decides_what_the_short_one_cannot()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        kernel.Call(Hypercall.Call, portal, 3);
        kernel.AssertCurrent(link);
        Assert.Equal(0, kernel.Processor.FastCount);
        kernel.Call(link, Hypercall.Reply, 0, 1);
        Assert.Equal(0, kernel.Processor.FastCount);
        kernel.CallPortal(kernel.Root, portal);
        kernel.Reply(link);
        Assert.Equal(2, kernel.Processor.FastCount);
    }
}
