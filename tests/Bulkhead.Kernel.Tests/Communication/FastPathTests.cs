// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Tests.Simulation;

namespace Bulkhead.Kernel.Tests.Communication;

public class FastPathTests
{
    [Fact]
    public void The_short_ways_do_what_the_general_way_does()
    {
        int fastCount = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            using KernelHarness fast = new(usesFastPath: true);
            Run(fast, seed);
            byte[] state = fast.Machine.StateBytes.ToArray();
            fastCount += fast.Processor.FastCount;
            using KernelHarness general = new(usesFastPath: false);
            Run(general, seed);
            Assert.Equal(StateBlock.Size, general.Machine.StateBytes.CommonPrefixLength(state));
        }
        Assert.True(fastCount > 500, $"only {fastCount} short ways");
    }

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

    // The same calls of the same threads; the general way clears scratch registers that the short
    // ways leave to assembly.
    private static void Run(KernelHarness kernel, int seed)
    {
        Random random = new(seed);
        new RandomSystem(kernel, random).Build();
        ArgumentSource source = new(kernel, random, badShare: 0.02);
        for (int step = 0; step < 150; step++)
        {
            Link<ExecutionContext> thread = kernel.Current;
            if (thread.IsNone || thread.In(ref kernel.State).IsVcpu) break;
            bool isServer = thread.In(ref kernel.State).IsServer != 0;
            Hypercall number = isServer && random.Next(2) == 0 ? Hypercall.Reply
                : (Hypercall)random.Next(1, 5);
            kernel.Call(thread, number, source.Draw(thread, number));
        }
    }
}
