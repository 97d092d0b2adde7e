// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

public class ShortWayTests
{
    [Fact]
    public void The_short_ways_do_what_the_general_way_does()
    {
        SeedRun run = new(new CampaignOptions { EventsPerSeed = 1500 }, []);
        int fastCount = 0;
        int seedCount = 0;
        for (ulong seed = 1; seedCount < 24; seed++)
        {
            Assert.Null(run.Run(seed)?.Message);
            // Only where hardware does nothing by itself at ordering points, which differ.
            if (run.Shape.QuietShare != 0 || run.Shape.ReadTicks != 0) continue;
            seedCount++;
            using World fast = Play(run, usesFastPath: true);
            using World general = Play(run, usesFastPath: false);
            fastCount += fast.Processors.ToArray().Sum(processor => processor.FastCount);
            Assert.All(
                general.Processors.ToArray(), processor => Assert.Equal(0, processor.FastCount));
            Assert.Equal(StateBlock.Size,
                fast.Machine.StateBytes.CommonPrefixLength(general.Machine.StateBytes));
        }
        Assert.True(fastCount > 200, $"only {fastCount} short ways");
    }

    private static World Play(SeedRun run, bool usesFastPath)
    {
        World world = run.Shape.Boot();
        foreach (SimulatedProcessor processor in world.Processors)
        {
            processor.UsesFastPath = usesFastPath;
        }
        foreach (SimulationEvent value in run.Events)
        {
            // Without interrupts: they come where a short way does not look for them.
            if (value.Kind == EventKind.Hypercall) world.Apply(in value);
        }
        return world;
    }
}
