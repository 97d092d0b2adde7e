// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two semaphores, three threads and two interrupts: waiting with deadlines that have
/// passed, come soon, later or never, waking, timing out, destroying what others wait
/// for.</summary>
internal static class SemaphoresConfiguration
{
    private const ulong One = 16;
    private const ulong Two = 17;
    private const ulong Peers = 20;
    private const ulong ThreadOne = 21;
    private const ulong ThreadTwo = 22;
    private const ulong TimeOne = 23;
    private const ulong TimeTwo = 24;
    private const ulong Edge = Selectors.BootInterrupts;
    private const ulong Level = Selectors.BootInterrupts + 2;
    private const uint EdgeId = 40;
    private const uint LevelId = 48;
    private const ulong StepTicks = 10;
    private const ulong Waiters = (1 << 1) | (1 << 2);

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        script
            .Do(Domain(Peers, 8, 8), Semaphore(One, 0), Semaphore(Two, SemaphoreQueue.CountMax))
            .Do(Thread(ThreadOne, Peers, 1), Run(TimeOne, ThreadOne))
            .Do(Give(One, Peers, One, Rights.SemaphoreAll))
            .Do(Give(Two, Peers, Two, Rights.SemaphoreDown))
            .Do(Thread(ThreadTwo, Peers, 2), Run(TimeTwo, ThreadTwo, EqualPriority + 1));
        Wait(script);
        Administer(script);
        return new ExplorationConfiguration
        {
            Name = "semaphores",
            Summary = "2 semaphores, 3 threads of two priorities, 2 interrupts, deadlines",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 4, Domains = 2, Portals = 1, Semaphores = 4,
                SchedulingContexts = 4, Utcbs = 4, Mappings = 8, Segments = 5, Tables = 10,
                Selectors = 26 },
            IsExpanded = HasSmallCounts,
        };
    }

    private static void Wait(SystemScript script) =>
        script
            .May(Anybody, Up(One), Up(Two), Down(One, 0), Down(One, ulong.MaxValue, 2))
            .May(Waiters, Down(One), Down(Two), Down(Two, ulong.MaxValue, 1), Down(One, 0, 1))
            .MayUntil(Anybody, Down(One, StepTicks), 1)
            .MayUntil(Waiters, Down(One, 2 * StepTicks), 1)
            .MayUntil(Waiters, Down(Two, StepTicks), 1)
            .MayHappen(Elapse(StepTicks))
            .May(Anybody, Yield);

    private static void Administer(SystemScript script) =>
        script
            .May(Manager, Destroy(One), Semaphore(One, 0), Semaphore(One, ulong.MaxValue))
            .May(Manager, Give(One, Peers, One, Rights.SemaphoreAll), TakeBack(One))
            .May(Manager, Destroy(Two), Semaphore(Two, 1), Stop(ThreadOne), Destroy(ThreadTwo))
            .May(Manager, SimulationEvent.Call(Hypercall.BindInterrupt, Edge, One))
            .May(Manager, SimulationEvent.Call(Hypercall.BindInterrupt, Level, Two))
            .May(Manager, SimulationEvent.Call(Hypercall.AcknowledgeInterrupt, Edge))
            .May(Manager, SimulationEvent.Call(Hypercall.AcknowledgeInterrupt, Level))
            .MayHappen(Raise(EdgeId), Raise(LevelId), Lower(LevelId));

    // A count can go to 2^32: its ends are interesting.
    private static bool HasSmallCounts(World world)
    {
        const ulong near = 2;
        for (int row = 0; row < 2; row++)
        {
            ref Semaphore semaphore = ref world.State.Semaphores[row];
            if (semaphore.Header.Kind == ObjectKind.None) continue;
            if (semaphore.Count > near && semaphore.Count < SemaphoreQueue.CountMax - near)
            {
                return false;
            }
        }

        return true;
    }
}
