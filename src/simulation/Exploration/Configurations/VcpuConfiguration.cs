// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two virtual machines with virtual CPUs under one monitor: exits and every answer to
/// them, recall, off, halt, timers, virtual interrupts, stopping and making anew.</summary>
internal static class VcpuConfiguration
{
    private const ulong Plain = 16;
    private const ulong Vcpus = 24;
    private const ulong Times = 28;
    private const ulong MonitorThread = 32;
    private const ulong MachineOne = 33;
    private const ulong MachineTwo = 34;
    private const ulong Interrupt = Selectors.BootInterrupts;
    private const uint InterruptId = 40;
    private const uint VirtualOne = 40;
    private const uint VirtualTwo = 33;
    private const ulong Slice = 10;
    private const ulong MonitorTag = 1 << 1;

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        script.Do(Server(MonitorThread, Selectors.OwnDomain, 1));
        SetUpPortals(script, Plain, MonitorThread);
        script
            .Do(Domain(MachineOne, 4, 4), Domain(MachineTwo, 4, 4))
            .Do(Vcpu(Vcpus, MachineOne, Plain, 0), Vcpu(Vcpus + 1, MachineOne, Plain, 1))
            .Do(Vcpu(Vcpus + 2, MachineTwo, Plain, 0), Vcpu(Vcpus + 3, MachineTwo, Plain, 1))
            .Do(Run(Times, Vcpus, EqualPriority, Slice))
            .Do(Run(Times + 1, Vcpus + 1, EqualPriority, Slice))
            .Do(Run(Times + 2, Vcpus + 2, EqualPriority, Slice));
        LiveAsGuest(script);
        LiveAsMonitor(script);
        Administer(script);
        return new ExplorationConfiguration
        {
            Name = "vcpu",
            Summary = "2 domains with 2 virtual CPUs each, a monitor, 2 virtual interrupts",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 7, Vcpus = 5, Domains = 3, Portals = 3,
                Semaphores = 1, SchedulingContexts = 6, Utcbs = 3, UtcbWords = 64, Mappings = 8,
                Segments = 5, Tables = 8, Selectors = 36 },
            StatesMax = 1_500_000,
        };
    }

    /// <summary>Six portals to a monitor from a selector on; that for accesses carries
    /// registers.</summary>
    internal static void SetUpPortals(SystemScript script, ulong first, ulong monitor)
    {
        const RegisterGroups groups = RegisterGroups.General | RegisterGroups.Control;
        script.Do(Portal(first, monitor, 1), Portal(first + 1, monitor, 2, groups));
        for (ulong kind = 2; kind < VirtualCpu.ExitKinds; kind++)
        {
            script.Do(Give(first, 0, first + kind, Rights.PortalCall));
        }
    }

    internal static SimulationEvent Vcpu(
        ulong selector, ulong domain, ulong portals, ulong number) =>
        SimulationEvent.Call(Hypercall.CreateVcpu, selector, domain, portals, number);

    internal static SimulationEvent Request(
        ulong vcpu, VirtualInterruptOperation operation, uint interrupt) =>
        SimulationEvent.Call(Hypercall.VirtualInterrupt, vcpu,
            new VirtualInterruptRequest(operation, interrupt).Value);

    internal static SimulationEvent Configure(ulong vcpu, uint interrupt, byte priority, bool on) =>
        SimulationEvent.Call(Hypercall.VirtualInterrupt, vcpu,
            new VirtualInterruptRequest(interrupt, on, priority, isEdge: interrupt >= 40).Value);

    private static void LiveAsGuest(SystemScript script) =>
        script
            .MayHappen(
                new SimulationEvent(EventKind.GuestAccess, 0, 0x900_0000,
                    new MmioAccess(2, false, true, true, 3).Value),
                new SimulationEvent(EventKind.GuestExit, (uint)ExitKind.SystemRegister, 1, 2),
                new SimulationEvent(EventKind.GuestHypercall, 0, 0x8400_0000, 1, 2))
            .MayHappen(new SimulationEvent(EventKind.GuestHalt, 0))
            .MayHappen(new SimulationEvent(EventKind.GuestTimer, 0, Slice / 2))
            .MayHappen(new SimulationEvent(EventKind.GuestTimer, 0, 0))
            .MayHappen(new SimulationEvent(EventKind.GuestTake, 0))
            .MayHappen(new SimulationEvent(EventKind.GuestEnd, 0))
            .MayHappen(Elapse(Slice / 2), Raise(InterruptId));

    private static void LiveAsMonitor(SystemScript script)
    {
        foreach (ExitAction action in (ExitAction[])[
            ExitAction.Resume, ExitAction.Advance | ExitAction.SetRegister, ExitAction.Wait,
            ExitAction.Off, ExitAction.InjectUndefined, (ExitAction)0x100])
        {
            script.May(MonitorTag, Reply(0, (ulong)action, 0x80));
        }

        script
            .May(MonitorTag, SimulationEvent.Call(
                Hypercall.Reply, 0, 0, (ulong)(ExitAction.SetRegisters | ExitAction.InjectAbort), 0,
                0, 0, 0, (ulong)RegisterGroups.All))
            .May(MonitorTag, Request(Vcpus, VirtualInterruptOperation.RaiseLine, VirtualTwo));
    }

    private static void Administer(SystemScript script)
    {
        script
            .May(Anybody, Yield)
            .May(Manager, SimulationEvent.Call(Hypercall.Recall, Vcpus))
            .May(Manager, SimulationEvent.Call(Hypercall.Recall, Vcpus + 2))
            .May(Manager, SimulationEvent.Call(Hypercall.Recall, MonitorThread))
            .May(Manager, Stop(Vcpus + 1), Stop(Vcpus), Destroy(Vcpus))
            .May(Manager, Vcpu(Vcpus, MachineOne, Plain, 0))
            .May(Manager, Run(Times, Vcpus, EqualPriority, Slice))
            .May(Manager, Vcpu(Vcpus, MachineOne, Plain, Limits.VcpusPerMachineMax))
            .May(Manager, Configure(Vcpus, VirtualOne, 0x80, true))
            .May(Manager, Configure(Vcpus, VirtualTwo, 0x40, true))
            .May(Manager, Configure(Vcpus, VirtualTwo, 0x40, false))
            .May(Manager, Request(Vcpus, (VirtualInterruptOperation)15, VirtualOne))
            .May(Manager, Request(Vcpus, VirtualInterruptOperation.Query, 1023))
            .May(Manager, SimulationEvent.Call(
                Hypercall.BindInterruptToVcpu, Interrupt, Vcpus, VirtualOne))
            .May(Manager, SimulationEvent.Call(
                Hypercall.BindInterruptToVcpu, Interrupt, Vcpus, 31));
        for (VirtualInterruptOperation operation = VirtualInterruptOperation.SetPending;
            operation <= VirtualInterruptOperation.ClearActive; operation++)
        {
            script.May(Manager, Request(Vcpus, operation, VirtualTwo));
        }
    }
}
