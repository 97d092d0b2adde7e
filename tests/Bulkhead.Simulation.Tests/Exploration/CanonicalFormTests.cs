// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Exploration;
using Bulkhead.Simulation.Exploration.Configurations;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Tests.Exploration;

/// <summary>Which states have one canonical form.</summary>
public sealed class CanonicalFormTests
{
    private const ulong One = 16;
    private const ulong Two = 17;

    public static TheoryData<string, SimulationEvent[], SimulationEvent[]> Same() => new()
    {
        { "the order of creation", [Semaphore(One, 1), Semaphore(Two, 2)],
            [Semaphore(Two, 2), Semaphore(One, 1)] },
        { "an earlier incarnation", [Semaphore(One, 1)],
            [Semaphore(One, 5), Destroy(One), Semaphore(One, 1)] },
        { "what was created and destroyed", [],
            [Domain(One, 4, 4), Thread(Two, One, 1), Destroy(One)] },
        { "which domain row", [Domain(One, 4, 4)],
            [Domain(Two, 4, 4), Domain(One, 4, 4), Destroy(Two)] },
        { "time", [Domain(One, 4, 4)], [Domain(One, 4, 4), Elapse(1000)] },
        { "a refused call", [Semaphore(One, 1)], [Semaphore(One, 1), Destroy(200)] },
        { "the age of a reference",
            [Server(One, Selectors.OwnDomain, 1), Portal(Two, One, 7)],
            [Server(One, Selectors.OwnDomain, 1), Destroy(One), Server(One, Selectors.OwnDomain, 1),
                Portal(Two, One, 7)] },
        { "why a portal leads nowhere",
            [Server(One, Selectors.OwnDomain, 1), Portal(Two, One, 7), Destroy(One)],
            [Server(One, Selectors.OwnDomain, 1), Destroy(One), Server(One, Selectors.OwnDomain, 1),
                Portal(Two, One, 7), Destroy(One)] },
    };

    public static TheoryData<string, SimulationEvent[], SimulationEvent[]> Different() => new()
    {
        { "a count", [Semaphore(One, 1)], [Semaphore(One, 2)] },
        { "a selector", [Semaphore(One, 1)], [Semaphore(Two, 1)] },
        { "rights", [Semaphore(One, 1), Give(One, 0, Two, Rights.SemaphoreUp)],
            [Semaphore(One, 1), Give(One, 0, Two, Rights.SemaphoreDown)] },
        { "the first capability", [Semaphore(One, 1), Give(One, 0, Two, Rights.SemaphoreAll)],
            [Semaphore(Two, 1), Give(Two, 0, One, Rights.SemaphoreAll)] },
        { "a mapping's access",
            [Map(Selectors.OwnDomain, Selectors.BootSegments + 1, 0, 0x60_0000, 0x1000,
                MemoryAccess.Read)],
            [Map(Selectors.OwnDomain, Selectors.BootSegments + 1, 0, 0x60_0000, 0x1000,
                MemoryAccess.Write)] },
        { "a cached translation", [], [Use(NativeLayout.Program)] },
        { "a budget", [Thread(One, Selectors.OwnDomain, 1), Run(Two, One, 5, 10, 20)],
            [Thread(One, Selectors.OwnDomain, 1), Run(Two, One, 5, 11, 20)] },
        { "what is left of a period",
            [Thread(One, Selectors.OwnDomain, 1), Run(Two, One, 5, 9, 20)],
            [Thread(One, Selectors.OwnDomain, 1), Run(Two, One, 5, 9, 20), Elapse(1)] },
        { "a portal that leads nowhere",
            [Server(One, Selectors.OwnDomain, 1), Portal(Two, One, 7)],
            [Server(One, Selectors.OwnDomain, 1), Portal(Two, One, 7), Destroy(One),
                Server(One, Selectors.OwnDomain, 1)] },
        { "an interrupt", [], [Raise(40)] },
        { "a message page's place", [Thread(One, Selectors.OwnDomain, 1)],
            [Thread(One, Selectors.OwnDomain, 2)] },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_is_no_behaviour_makes_no_difference(
        string what, SimulationEvent[] first, SimulationEvent[] second) =>
        Assert.True(FormAfter(first) == FormAfter(second), what);

    [Theory]
    [MemberData(nameof(Different))]
    public void What_is_behaviour_makes_a_difference(
        string what, SimulationEvent[] first, SimulationEvent[] second) =>
        Assert.True(FormAfter(first) != FormAfter(second), what);

    private static StateHash FormAfter(SimulationEvent[] events)
    {
        ExplorationConfiguration configuration = new()
        {
            Name = "test", Summary = "one event after the other", Setup = [], Actions = [],
            Size = new FootprintSize(),
        };
        using ExplorationSite site = new(configuration);
        foreach (SimulationEvent value in events)
        {
            Assert.True(site.Apply(new ExplorationAction(value)), value.ToString());
        }

        site.Check();
        site.CheckOutside();
        return site.Canonical();
    }
}
