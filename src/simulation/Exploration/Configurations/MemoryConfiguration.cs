// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two domains and a segment of three pages: cutting, mapping, using, unmapping, lending
/// and taking back, with translations cached meanwhile, and a domain that comes and goes.</summary>
internal static class MemoryConfiguration
{
    private const ulong Pages = 16;
    private const ulong Part = 17;
    private const ulong One = 20;
    private const ulong Two = 21;
    private const ulong ThreadOne = 22;
    private const ulong TimeOne = 23;
    private const ulong ThreadTwo = 24;
    private const ulong TimeTwo = 25;
    private const ulong TagOne = 1 << 1;
    private const ulong TagTwo = 1 << 2;
    private const ulong PageBytes = Limits.PageBytes;

    // Two pages of one table and one of another.
    private const ulong First = 0x60_0000;
    private const ulong Second = 0x60_1000;
    private const ulong Third = 0x80_0000;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;
    private const Rights ReadWriteRights = Rights.SegmentRead | Rights.SegmentWrite;

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        script
            .Do(Segment(Pages, Selectors.BootSegments + 1, 0, 3 * PageBytes, ReadWriteRights))
            .Do(Domain(One, 8, 4), Thread(ThreadOne, One, 1), Run(TimeOne, ThreadOne))
            .Do(Domain(Two, 5, 4), Thread(ThreadTwo, Two, 2), Run(TimeTwo, ThreadTwo))
            .Do(Give(One, One, One, Rights.DomainMap));
        Change(script, One);
        Change(script, Two);
        Lend(script);
        Refuse(script);
        script.MayHappen(Use(First), Use(Third)).May(Anybody, Yield);
        return new ExplorationConfiguration
        {
            Name = "memory",
            Summary = "2 domains, 3 pages, a thread each, cached translations",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 4, Portals = 1, Semaphores = 1, Utcbs = 4,
                SchedulingContexts = 4, Mappings = 16, Tables = 18, Segments = 7,
                Selectors = 26 },
            IsClosed = true,
        };
    }

    private static void Change(SystemScript script, ulong domain) =>
        script
            .May(Manager, Map(domain, Pages, 0, First, PageBytes, ReadWrite))
            .May(Manager, Map(domain, Pages, 0, First, 2 * PageBytes, MemoryAccess.Read))
            .May(Manager, Map(domain, Pages, 2 * PageBytes, Third, PageBytes, ReadWrite))
            .May(Manager, Map(domain, Part, 0, Third, PageBytes, MemoryAccess.Read))
            .May(Manager, Unmap(domain, First, PageBytes), Unmap(domain, First, 2 * PageBytes))
            .May(Manager, Unmap(domain, Third, PageBytes));

    private static void Lend(SystemScript script) =>
        script
            .May(Manager, Segment(Part, Pages, PageBytes, PageBytes, Rights.SegmentRead))
            .May(Manager, Destroy(Part), TakeBack(Pages))
            .May(Manager, Give(Pages, One, Pages, Rights.SegmentRead))
            .May(TagOne, Map(One, Pages, PageBytes, Second, PageBytes, MemoryAccess.Read))
            .May(TagOne, Unmap(One, Second, PageBytes), Unmap(One, First, PageBytes))
            .May(TagOne, SimulationEvent.Call(Hypercall.Discard, Pages))
            .May(Manager, Destroy(Two), Domain(Two, 5, 4));

    // What asks for too much, or for what does not exist.
    private static void Refuse(SystemScript script) =>
        script
            .May(Manager, Map(One, Pages, 1, First, PageBytes, ReadWrite))
            .May(Manager, Map(One, Pages, 0, First, 0, ReadWrite))
            .May(Manager, Map(One, Pages, 0, First, 4 * PageBytes, ReadWrite))
            .May(Manager, Map(One, Pages, 0, 1ul << Limits.GuestAddressBits, PageBytes, ReadWrite))
            .May(Manager, Map(One, Pages, 0, Third, PageBytes, MemoryAccess.Execute))
            .May(Manager, Map(One, Pages, 0, Third, PageBytes, MemoryAccess.None))
            .May(Manager, Unmap(One, NativeLayout.Utcb + PageBytes, PageBytes))
            .May(Manager, Segment(Part, Pages, 0, ulong.MaxValue, Rights.SegmentRead))
            .May(Manager, Segment(Part, Pages, 0, PageBytes, Rights.SegmentExecute));
}
