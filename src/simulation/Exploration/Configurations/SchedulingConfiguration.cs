// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Threads with budgets and periods of a few ticks, a server that is lent their time, and
/// time that passes tick by tick.</summary>
internal static class SchedulingConfiguration
{
    private const ulong Semaphores = 16;
    private const ulong Portals = 17;
    private const ulong ServerThread = 18;
    private const ulong Peers = 20;
    private const ulong ThreadOne = 21;
    private const ulong ThreadTwo = 22;
    private const ulong ThreadThree = 23;
    private const ulong TimeOne = 24;
    private const ulong TimeTwo = 25;
    private const ulong TimeThree = 26;
    private const ulong ServerTag = 1 << 1;
    private const ulong PeerTags = (1 << 2) | (1 << 3) | (1 << 4);
    private const ulong TicksMax = 1ul << 62;

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        script
            .Do(Domain(Peers, 8, 8), Semaphore(Semaphores, 0))
            .Do(Server(ServerThread, Peers, 1), Portal(Portals, ServerThread, 1))
            .Do(Thread(ThreadOne, Peers, 2), Thread(ThreadTwo, Peers, 3))
            .Do(Thread(ThreadThree, Peers, 4))
            .Do(Give(Semaphores, Peers, Semaphores, Rights.SemaphoreAll))
            .Do(Give(Portals, Peers, Portals, Rights.PortalCall))
            .Do(Run(TimeTwo, ThreadTwo, EqualPriority, 3, 0))
            .Do(Run(TimeThree, ThreadThree, EqualPriority, 3, 4))
            .Do(Run(TimeOne, ThreadOne, EqualPriority + 1, 2, 5));
        Live(script);
        Change(script);
        return new ExplorationConfiguration
        {
            Name = "scheduling",
            Summary = "3 threads with budgets, a server on their time, time in ticks",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 6, Domains = 2, Portals = 2, Semaphores = 2,
                SchedulingContexts = 6, Utcbs = 6, Mappings = 10, Segments = 5, Tables = 10,
                Selectors = 28 },
            IsExpanded = world => world.State.Semaphores[0].Count <= 2,
            StatesMax = 1_500_000,
        };
    }

    private static void Live(SystemScript script) =>
        script
            .MayHappen(Elapse(1), Elapse(3))
            .May(Anybody, Yield, Up(Semaphores), CallPortal(Portals))
            .May(PeerTags, Down(Semaphores))
            .MayUntil(PeerTags | ServerTag | Manager, Down(Semaphores, 3), 1)
            .May(ServerTag, Reply());

    private static void Change(SystemScript script) =>
        script
            .May(Manager, Destroy(TimeTwo), Run(TimeTwo, ThreadTwo, EqualPriority, 1, 2))
            .May(Manager, Run(TimeTwo, ThreadTwo, EqualPriority + 1, 2, 2))
            .May(Manager, Run(TimeTwo, ThreadTwo, 256), Run(TimeTwo, ThreadTwo, 0, 3, 2))
            .May(Manager, Run(TimeTwo, ThreadTwo, 0, 0, 2), Run(TimeTwo, ServerThread))
            .May(Manager, Run(TimeTwo, ThreadTwo, 0, TicksMax + 1), Stop(ThreadThree));
}
