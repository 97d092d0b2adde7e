// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two domains, two virtual CPUs, three pages, two endpoints, and every hypercall there
/// is: what has no end of its own, to a depth.</summary>
internal static class MixedConfiguration
{
    private const ulong Portals = 16;
    private const ulong Endpoint = 22;
    private const ulong Monitor = 23;
    private const ulong ServerThread = 24;
    private const ulong Semaphores = 25;
    private const ulong Pages = 26;
    private const ulong Part = 27;
    private const ulong Native = 28;
    private const ulong Machine = 29;
    private const ulong VcpuOne = 30;
    private const ulong VcpuTwo = 31;
    private const ulong TimeOne = 32;
    private const ulong TimeTwo = 33;
    private const ulong Client = 34;
    private const ulong ClientTime = 35;
    private const ulong Interrupt = Selectors.BootInterrupts;
    private const uint InterruptId = 40;
    private const ulong Slice = 10;
    private const ulong MonitorTag = 1 << 1;
    private const ulong ServerTag = 1 << 2;
    private const ulong ClientTag = 1 << 3;
    private const ulong Address = 0x60_0000;

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        SetUp(script);
        LiveNative(script);
        LiveAsGuest(script);
        Administer(script);
        CreateAndDestroy(script);
        return new ExplorationConfiguration
        {
            Name = "mixed",
            Summary = "2 domains, 2 virtual CPUs, 3 pages, 2 endpoints, every hypercall",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 7, Vcpus = 3, Domains = 4, Portals = 5,
                Semaphores = 3, SchedulingContexts = 6, Utcbs = 6, UtcbWords = 64, Mappings = 14,
                Segments = 8, Tables = 16, Selectors = 38, WindowQueues = 1 },
            DepthMax = 8,
        };
    }

    private static void SetUp(SystemScript script)
    {
        script
            .Do(Domain(Native, 8, 8), Domain(Machine, 6, 4))
            .Do(Server(Monitor, Selectors.OwnDomain, 1), Server(ServerThread, Native, 2));
        VcpuConfiguration.SetUpPortals(script, Portals, Monitor);
        script
            .Do(Portal(Endpoint, ServerThread, 7), Semaphore(Semaphores, 0))
            .Do(Thread(Client, Native, 3, Endpoint), Run(ClientTime, Client))
            .Do(Segment(Pages, Selectors.BootSegments + 1, 0, 3 * Limits.PageBytes,
                Rights.SegmentAll))
            .Do(VcpuConfiguration.Vcpu(VcpuOne, Machine, Portals, 0))
            .Do(VcpuConfiguration.Vcpu(VcpuTwo, Machine, Portals, 1))
            .Do(Run(TimeOne, VcpuOne, EqualPriority, Slice))
            .Do(Run(TimeTwo, VcpuTwo, EqualPriority, Slice))
            .Do(Give(Endpoint, Native, Endpoint, Rights.PortalCall))
            .Do(Give(Semaphores, Native, Semaphores, Rights.SemaphoreAll));
    }

    private static void LiveNative(SystemScript script) =>
        script
            .May(Anybody, CallPortal(Endpoint), Yield, Up(Semaphores))
            .May(Manager, CallPortal(Portals))
            .May(ClientTag | ServerTag, Down(Semaphores))
            .MayUntil(ClientTag | Manager, Down(Semaphores, Slice), 1)
            .May(ServerTag, Reply())
            .May(MonitorTag, Reply(0, (ulong)ExitAction.Advance), Reply(0, (ulong)ExitAction.Wait))
            .May(MonitorTag, Reply(0, (ulong)ExitAction.Off))
            .May(ClientTag, new SimulationEvent(EventKind.Fault, 0, (ulong)FaultKind.Alignment));

    private static void LiveAsGuest(SystemScript script) =>
        script
            .MayHappen(new SimulationEvent(EventKind.GuestAccess, 0, 0x900_0000,
                new MmioAccess(2, true, false, false, 3).Value, 1))
            .MayHappen(new SimulationEvent(EventKind.GuestHalt, 0))
            .MayHappen(new SimulationEvent(EventKind.GuestTimer, 0, Slice / 2))
            .MayHappen(new SimulationEvent(EventKind.GuestTake, 0))
            .MayHappen(new SimulationEvent(EventKind.GuestEnd, 0))
            .MayHappen(Elapse(Slice), Raise(InterruptId), Use(Address));

    private static void Administer(SystemScript script) =>
        script
            .May(Manager, Map(Machine, Pages, 0, Address, 2 * Limits.PageBytes,
                MemoryAccess.Read | MemoryAccess.Write))
            .May(Manager, Map(Native, Part, 0, Address, Limits.PageBytes, MemoryAccess.Read))
            .May(Manager, Unmap(Machine, Address, 2 * Limits.PageBytes), TakeBack(Pages))
            .May(Manager, VcpuConfiguration.Configure(VcpuOne, 40, 0x80, true))
            .May(Manager, VcpuConfiguration.Request(
                VcpuOne, VirtualInterruptOperation.SetPending, 40))
            .May(Manager, SimulationEvent.Call(Hypercall.Recall, VcpuOne), Stop(VcpuTwo))
            .May(Manager, SimulationEvent.Call(Hypercall.BindInterrupt, Interrupt, Semaphores))
            .May(Manager, SimulationEvent.Call(
                Hypercall.BindInterruptToVcpu, Interrupt, VcpuOne, 40))
            .May(Manager, SimulationEvent.Call(Hypercall.AcknowledgeInterrupt, Interrupt))
            .May(Manager, SimulationEvent.Call(Hypercall.ConsoleWrite, Selectors.System, 65))
            .May(Manager, SimulationEvent.Call(Hypercall.ConsoleWrite, Selectors.System, 64))
            .May(Manager, SimulationEvent.Call(
                Hypercall.SystemInfo, (ulong)SystemInfoItem.FreeTablePages))
            .May(Manager, SimulationEvent.Call(Hypercall.Shutdown, Selectors.System, 1))
            .May(Manager, SimulationEvent.Call(
                Hypercall.AddWindow, Selectors.System, 0, 0, 1, 1ul << 40))
            .May(Manager, SimulationEvent.Call(Hypercall.SwitchSchedule, Selectors.System, 0))
            .May(Manager, SimulationEvent.Call(Hypercall.ConsumedTime, TimeOne))
            .May(Manager, SimulationEvent.Call(Hypercall.None));

    private static void CreateAndDestroy(SystemScript script) =>
        script
            .May(Manager, Segment(Part, Pages, 0, Limits.PageBytes, Rights.SegmentRead))
            .May(Manager, Give(Pages, Native, Pages, Rights.SegmentWrite))
            .May(ClientTag, SimulationEvent.Call(Hypercall.Discard, Endpoint))
            .May(Manager, Destroy(Native), Domain(Native, 8, 8))
            .May(Manager, Destroy(VcpuOne), Destroy(Semaphores), Semaphore(Semaphores, 0))
            .May(Manager, VcpuConfiguration.Vcpu(VcpuOne, Machine, Portals, 0))
            .May(Manager, Destroy(Monitor), Server(Monitor, Selectors.OwnDomain, 1))
            .May(Manager, Portal(Portals, Monitor, 1), Run(TimeOne, VcpuOne))
            .May(Manager, Thread(Client, Native, 3, 0));
}
