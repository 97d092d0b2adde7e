// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Tests.Oracle;

/// <summary>What the manager builds before random events begin: three domains with threads,
/// servers, portals, semaphores and two virtual CPUs, and two schedules of which one is in
/// use.</summary>
internal static class StartingSystem
{
    private const uint Monitor = 20;
    private const uint Client = 21;
    private const uint Machine = 22;

    /// <summary>The shortest window that there may be: 1/65536 s.</summary>
    internal const ulong WindowTicks = (SimulatedClock.FrequencyHz + 65535) / 65536;

    internal static IEnumerable<SimulationEvent> Events()
    {
        foreach (uint domain in (uint[])[Monitor, Client, Machine])
        {
            yield return Call(
                Hypercall.CreateDomain, domain, Selectors.OwnDomain,
                new DomainQuota(5, 60).Value);
        }
        yield return Call(Hypercall.CreateThread, 24, Monitor, NativeLayout.Utcb, 0x1000, 0);
        yield return Call(
            Hypercall.CreateThread, 25, Monitor, NativeLayout.Utcb + 4096, 0x1000, 0x40_0000, 5);
        yield return Call(
            Hypercall.CreateThread, 26, Client, NativeLayout.Utcb, 0x1000, 0x40_0000, 6);
        yield return Call(
            Hypercall.CreateThread, 27, Client, NativeLayout.Utcb + 4096, 0x1000, 0x40_0000, 7);
        yield return Call(Hypercall.CreateThread, 28, Client, NativeLayout.Utcb + 8192, 0x1000, 0);
        for (uint kind = 0; kind < 6; kind++)
        {
            yield return Call(Hypercall.CreatePortal, 40 + kind, 24, 0x40_0004, kind, kind % 8);
        }
        yield return Call(Hypercall.CreatePortal, 46, 24, 0x40_0004, 100, 0);
        yield return Call(Hypercall.CreatePortal, 47, 28, 0x40_0004, 200, 0);
        yield return Call(Hypercall.CreateVcpu, 30, Machine, 40, 0);
        yield return Call(Hypercall.CreateVcpu, 31, Machine, 40, 1);
        yield return Call(Hypercall.CreateSemaphore, 50, 0);
        yield return Call(Hypercall.CreateSemaphore, 51, 2);
        yield return Call(Hypercall.BindInterrupt, Selectors.BootInterrupts, 50);
        yield return Call(
            Hypercall.BindInterruptToVcpu, Selectors.BootInterrupts + 2, 30, 34);
        foreach (SimulationEvent value in Delegations()) yield return value;
        foreach (SimulationEvent value in Schedules()) yield return value;
        yield return Call(Hypercall.CreateSchedulingContext, 52, 25, 100, 0, 0);
        yield return Call(Hypercall.CreateSchedulingContext, 53, 26, 101, 40, 0, 1);
        yield return Call(Hypercall.CreateSchedulingContext, 54, 27, 100, 30, 90, 1);
        yield return Call(Hypercall.CreateSchedulingContext, 55, 30, 101, 0, 0, 2);
        yield return Call(Hypercall.CreateSchedulingContext, 56, 31, 100, 50, 0);
    }

    private static IEnumerable<SimulationEvent> Schedules()
    {
        yield return Window(0, 1, WindowTicks, FrameWindowFlags.None);
        yield return Window(0, 2, WindowTicks + 7, FrameWindowFlags.Exclusive);
        yield return Window(0, 0, WindowTicks + 1, FrameWindowFlags.None);
        yield return Window(1, 2, WindowTicks, FrameWindowFlags.None);
        yield return Window(1, 1, WindowTicks, FrameWindowFlags.Exclusive);
        yield return Call(Hypercall.SwitchSchedule, Selectors.System, 0, 51);
    }

    private static SimulationEvent Window(
        uint schedule, uint timePartition, ulong ticks, FrameWindowFlags flags) =>
        Call(
            Hypercall.AddWindow, Selectors.System, schedule, 0, timePartition, ticks,
            (ulong)flags);

    private static IEnumerable<SimulationEvent> Delegations()
    {
        foreach (uint domain in (uint[])[Monitor, Client])
        {
            yield return Delegate(domain, domain, 6, Rights.DomainAll);
            yield return Delegate(Machine, domain, 22, Rights.DomainAll);
            yield return Delegate(Selectors.BootSegments + 1, domain, 10, Rights.SegmentAll);
            yield return Delegate(Selectors.BootInterrupts + 1, domain, 8, Rights.InterruptBind);
            yield return Delegate(30, domain, 30, Rights.ContextControl);
            yield return Delegate(31, domain, 31, Rights.ContextControl);
            yield return Delegate(50, domain, 50, Rights.SemaphoreAll);
            yield return Delegate(51, domain, 51, Rights.SemaphoreAll);
            for (uint portal = 40; portal < 48; portal++)
            {
                yield return Delegate(portal, domain, portal, Rights.PortalCall);
            }
            yield return Delegate(28, domain, 28, Rights.ContextControl);
            yield return Delegate(
                Selectors.System, domain, Selectors.System,
                Rights.SystemSchedule | Rights.SystemConfigure);
        }
    }

    private static SimulationEvent Delegate(uint source, uint domain, uint selector, Rights rights)
        => Call(Hypercall.Delegate, source, domain, selector, (ulong)rights);

    private static SimulationEvent Call(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        SimulationEvent.Call(number, arguments);
}
