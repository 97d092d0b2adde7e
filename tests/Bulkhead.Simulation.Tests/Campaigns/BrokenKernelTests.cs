// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

/// <summary>A kernel whose state is damaged behind its back is found out: the failure is shrunk to
/// a few events, kept in a file and replayed from it.</summary>
[Verifies("R-SELFTEST-1")]
public class BrokenKernelTests
{
    [Fact]
    public void A_count_that_is_wrong_is_found_shrunk_and_replayed()
    {
        Failure found = Find();
        Assert.Contains("objects used", found.Message);
        Shrinker shrinker = new(
            events => Play(found.Shape, events), TimeSpan.FromMinutes(1));
        Failure small = shrinker.Shrink(found);
        Assert.True(small.Events.Count <= 3, $"{small.Events.Count} events are left");
        Assert.Equal(found.Seed, small.Seed);
        Failure read = FailureFile.Parse(FailureFile.Format(small, "0000000"));
        Failure? again = Play(read.Shape, read.Events);
        Assert.NotNull(again);
        Assert.True(again.IsLike(small));
        Assert.Equal(small.Events.Count, again.Events.Count);
        Assert.Null(EventPlayer.Play(read.Shape, read.Events, SimulationMode.Safety));
    }

    private static Failure Find()
    {
        Campaign campaign = new(new CampaignOptions { SeedCount = 64, EventsPerSeed = 1000 })
        {
            Checks = () => [new Saboteur(), new InvariantCheck(1)],
        };
        return Assert.Single(campaign.Run(CancellationToken.None).Failures);
    }

    private static Failure? Play(SystemShape shape, IReadOnlyList<SimulationEvent> events) =>
        EventPlayer.Play(
            shape, events, SimulationMode.Safety, [new Saboteur(), new InvariantCheck(1)]);

    /// <summary>A kernel that forgets to charge for portals.</summary>
    private sealed class Saboteur : IStepCheck
    {
        private int _portals;

        public void Begin(World world) => _portals = 0;

        public void Before(World world, in SimulationEvent value) => _portals = Count(world);

        public void After(World world, in SimulationEvent value, bool wasApplied)
        {
            if (Count(world) > _portals)
            {
                world.State.System.RootDomain.In(ref world.State).ObjectsUsed--;
            }
        }

        private static int Count(World world)
        {
            int count = 0;
            foreach (ref Portal portal in (Span<Portal>)world.State.Portals)
            {
                if (portal.Header.Kind != ObjectKind.None) count++;
            }
            return count;
        }
    }
}
