// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Writes the events with which the partition manager's thread sets a small system up, and
/// the actions that may follow.</summary>
internal sealed class SystemScript
{
    /// <summary>Priority of the partition manager, and so of all that shall take turns with
    /// it.</summary>
    internal const ulong EqualPriority = 240;

    /// <summary>Where threads start; any address will do.</summary>
    internal const ulong Entry = NativeLayout.Program;

    private const ulong StackTop = NativeLayout.Program + 0x2000;
    private const ulong PortalEntry = Entry + NativeLayout.PortalEntryOffset;

    /// <summary>Bit of the partition manager's thread, whose tag is 0.</summary>
    internal const ulong Manager = 1;

    /// <summary>Every thread.</summary>
    internal const ulong Anybody = ulong.MaxValue;

    private readonly List<SimulationEvent> _setup = [];
    private readonly List<ExplorationAction> _actions = [];

    /// <summary>The events of the setup.</summary>
    internal IReadOnlyList<SimulationEvent> Setup => _setup;

    /// <summary>The actions.</summary>
    internal IReadOnlyList<ExplorationAction> Actions => _actions;

    /// <summary>Adds events to the setup.</summary>
    internal SystemScript Do(params ReadOnlySpan<SimulationEvent> events)
    {
        _setup.AddRange(events);
        return this;
    }

    /// <summary>Adds actions of some threads.</summary>
    internal SystemScript May(ulong threads, params ReadOnlySpan<SimulationEvent> events)
    {
        foreach (SimulationEvent value in events)
        {
            _actions.Add(new ExplorationAction(value, threads));
        }

        return this;
    }

    /// <summary>Adds an action whose word counts ticks from now.</summary>
    internal SystemScript MayUntil(ulong threads, SimulationEvent value, int deadlineWord)
    {
        _actions.Add(new ExplorationAction(value, threads, deadlineWord));
        return this;
    }

    /// <summary>Adds actions that are no thread's.</summary>
    internal SystemScript MayHappen(params ReadOnlySpan<SimulationEvent> events) =>
        May(Anybody, events);

    internal static SimulationEvent Domain(ulong selector, ushort tables, ushort objects) =>
        SimulationEvent.Call(Hypercall.CreateDomain, selector, Selectors.OwnDomain,
            new DomainQuota(tables, objects).Value);

    /// <summary>A server thread; its tag also chooses its message page's address.</summary>
    internal static SimulationEvent Server(ulong selector, ulong domain, ulong tag) =>
        SimulationEvent.Call(Hypercall.CreateThread, selector, domain, UtcbOf(tag), StackTop, 0, 0,
            0, tag);

    /// <summary>A thread that runs by itself.</summary>
    internal static SimulationEvent Thread(
        ulong selector, ulong domain, ulong tag, ulong faultPortal = 0) =>
        SimulationEvent.Call(Hypercall.CreateThread, selector, domain, UtcbOf(tag), StackTop, Entry,
            0, faultPortal, tag);

    internal static SimulationEvent Run(
        ulong selector, ulong context, ulong priority = EqualPriority, ulong budget = 0,
        ulong period = 0) =>
        SimulationEvent.Call(
            Hypercall.CreateSchedulingContext, selector, context, priority, budget, period);

    internal static SimulationEvent Portal(
        ulong selector, ulong server, ulong badge, RegisterGroups groups = RegisterGroups.None) =>
        SimulationEvent.Call(
            Hypercall.CreatePortal, selector, server, PortalEntry, badge, (ulong)groups);

    internal static SimulationEvent Semaphore(ulong selector, ulong count) =>
        SimulationEvent.Call(Hypercall.CreateSemaphore, selector, count);

    internal static SimulationEvent Give(
        ulong source, ulong domain, ulong target, Rights rights) =>
        SimulationEvent.Call(Hypercall.Delegate, source, domain, target, (ulong)rights);

    internal static SimulationEvent Destroy(ulong selector) =>
        SimulationEvent.Call(Hypercall.Revoke, selector, 1);

    internal static SimulationEvent TakeBack(ulong selector) =>
        SimulationEvent.Call(Hypercall.Revoke, selector, 0);

    internal static SimulationEvent Stop(ulong context) =>
        SimulationEvent.Call(Hypercall.Stop, context);

    internal static SimulationEvent CallPortal(ulong portal, ulong descriptor = 0) =>
        SimulationEvent.Call(Hypercall.Call, portal, descriptor);

    internal static SimulationEvent CallPortalUntil(ulong portal, ulong deadline) =>
        SimulationEvent.Call(Hypercall.CallUntil, portal, 0, 0, 0, 0, 0, 0, 0, 0, deadline);

    internal static SimulationEvent Reply(ulong descriptor = 0, ulong word0 = 0, ulong word1 = 0) =>
        SimulationEvent.Call(Hypercall.Reply, 0, descriptor, word0, word1);

    internal static SimulationEvent Yield => SimulationEvent.Call(Hypercall.Yield);

    internal static SimulationEvent Elapse(ulong ticks) => new(EventKind.Elapse, 0, ticks);

    internal static SimulationEvent Map(
        ulong domain, ulong segment, ulong offset, ulong address, ulong bytes,
        MemoryAccess access) =>
        SimulationEvent.Call(
            Hypercall.Map, domain, segment, offset, address, bytes, (ulong)access);

    internal static SimulationEvent Unmap(ulong domain, ulong address, ulong bytes) =>
        SimulationEvent.Call(Hypercall.Unmap, domain, address, bytes);

    internal static SimulationEvent Segment(
        ulong selector, ulong source, ulong offset, ulong bytes, Rights rights) =>
        SimulationEvent.Call(
            Hypercall.CreateSegment, selector, source, offset, bytes, (ulong)rights);

    internal static SimulationEvent Use(ulong address) => new(EventKind.Use, 0, address);

    internal static SimulationEvent Up(ulong semaphore) =>
        SimulationEvent.Call(Hypercall.SemaphoreUp, semaphore);

    internal static SimulationEvent Down(
        ulong semaphore, ulong deadline = ulong.MaxValue, ulong takesAll = 0) =>
        SimulationEvent.Call(Hypercall.SemaphoreDown, semaphore, deadline, takesAll);

    internal static SimulationEvent Raise(uint interrupt) => new(EventKind.Raise, interrupt);

    internal static SimulationEvent Lower(uint interrupt) => new(EventKind.Lower, interrupt);

    // The partition manager has page 0.
    private static ulong UtcbOf(ulong tag) => NativeLayout.Utcb + (tag * Limits.PageBytes);
}
