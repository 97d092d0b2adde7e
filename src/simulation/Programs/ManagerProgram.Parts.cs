// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <content>The parts that a system is made of.</content>
internal sealed partial class ManagerProgram
{
    /// <summary>Quota that marks a domain of hoarders.</summary>
    internal const int HoarderObjects = 999;

    /// <summary>Quota that marks a domain of servers in a row.</summary>
    internal const int ChainObjects = 61;

    private const uint ChainLength = 20;
    private const uint MachineSelector = 210;
    private const uint FirstGiven = 100;

    private uint AddDomain(int objects)
    {
        uint selector = Promise();
        DomainQuota quota = new((ushort)_random.Range(3, 12), (ushort)objects);
        _script.Add(Hypercall.CreateDomain, selector, Selectors.OwnDomain, quota.Value);
        return selector;
    }

    private uint AddSemaphore()
    {
        uint selector = Promise();
        _script.Add(Hypercall.CreateSemaphore, selector, On((ulong)_random.Below(2)));
        Keep(_semaphores, ref _semaphoreCount, selector);
        return selector;
    }

    private uint AddThread(uint domain, ulong entry, ulong faultPortal = 0)
    {
        uint selector = Promise();
        ulong page = NativeLayout.Utcb + (Limits.PageBytes * (_nextUtcb++ & 0x3f));
        _script.Add(
            Hypercall.CreateThread, selector, On(domain), page, HypercallArguments.Stack, entry, 0,
            faultPortal, selector);
        return selector;
    }

    private uint AddServer(uint domain)
    {
        Place();
        uint server = AddThread(domain, 0);
        for (int count = _random.Range(1, 3); count > 0; count--)
        {
            Keep(_portals, ref _portalCount, AddPortal(server, RegisterGroups.None));
        }
        return server;
    }

    private uint AddPortal(uint server, RegisterGroups groups)
    {
        uint selector = Promise();
        _script.Add(
            Hypercall.CreatePortal, selector, server, HypercallArguments.PortalEntry, selector,
            (ulong)groups);
        return selector;
    }

    private void Schedule(uint context)
    {
        EventWords x = default;
        HypercallArguments.FillTime(ref _random, ref x);
        _script.Add(
            Hypercall.CreateSchedulingContext, Promise(), context, x[2], x[3], x[4],
            HasSchedules ? (ulong)_random.Below(4) : 0);
    }

    private void ScheduleUrgently(uint context) =>
        _script.Add(
            Hypercall.CreateSchedulingContext, Promise(), context,
            (ulong)_random.Range(120, 230), (ulong)_random.Range(100, 2000), 0);

    private void Give(uint source, uint domain, Rights rights, uint target) =>
        _script.Add(Hypercall.Delegate, source, domain, target, (ulong)rights);

    private void AddClient()
    {
        Place();
        uint domain = AddDomain(_random.Range(4, 40));
        for (uint index = 0; index < 2; index++)
        {
            ulong portal = _portalCount == 0 ? 0 : _portals[_random.Below(_portalCount)];
            uint thread = AddThread(
                domain, HypercallArguments.Entry, _random.OneIn(4) ? 0 : portal);
            Schedule(thread);
            Give(thread, domain, Rights.ContextControl, 200 + index);
        }
        Equip(domain);
    }

    // The least urgent thread, without a limit: while it lives the processor does not idle.
    private void AddBackground()
    {
        Place();
        uint domain = AddDomain(8);
        uint thread = AddThread(domain, HypercallArguments.Entry);
        _script.Add(Hypercall.CreateSchedulingContext, Promise(), thread, 0, 0, 0);
    }

    private void AddMachine(uint services)
    {
        Place();
        uint machine = AddDomain(20);
        uint monitor = AddDomain(30);
        uint first = AddMonitor(monitor);
        uint count = (uint)_random.Range(1, 3);
        for (uint number = 0; number < count; number++)
        {
            // A sibling on another CPU has another thread of its monitor there.
            if (number != 0 && _shape.CpuCount > 1 && !_random.OneIn(4))
            {
                Place();
                first = AddMonitor(monitor);
            }
            uint vcpu = Promise();
            _script.Add(Hypercall.CreateVcpu, vcpu, On(machine), first, number);
            if (_random.OneIn(3)) Schedule(vcpu);
            else ScheduleUrgently(vcpu);
            Give(vcpu, monitor, Rights.ContextControl, 200 + number);
            if (services != 0) Give(vcpu, services, Rights.ContextControl, 220 + number);
            Enable(vcpu);
            uint line = (uint)_random.Below(_shape.Interrupts.Count);
            _script.Add(
                Hypercall.BindInterruptToVcpu, Selectors.BootInterrupts + line, vcpu, 32 + number);
        }
        Give(machine, monitor, Rights.DomainAll, MachineSelector);
        Equip(monitor);
    }

    // A thread that answers exits, and its portals, the first of which is returned.
    private uint AddMonitor(uint domain)
    {
        uint server = AddThread(domain, 0);
        uint first = AddPortal(server, RegisterGroups.All);
        for (int kind = 1; kind < VirtualCpu.ExitKinds; kind++)
        {
            AddPortal(server, _random.OneIn(8) ? RegisterGroups.General : RegisterGroups.None);
        }
        return first;
    }

    private void Enable(uint vcpu)
    {
        for (uint interrupt = 28; interrupt < 40; interrupt += (uint)_random.Range(1, 3))
        {
            VirtualInterruptRequest request = new(
                interrupt, isEnabled: true, (byte)_random.Below(256), _random.OneIn(2));
            _script.Add(Hypercall.VirtualInterrupt, vcpu, request.Value);
        }
    }

    // A thread that sleeps until its device signals.
    private void AddDriver()
    {
        Place();
        uint semaphore = AddSemaphore();
        uint line = (uint)_random.Below(_shape.Interrupts.Count);
        _script.Add(Hypercall.BindInterrupt, Selectors.BootInterrupts + line, semaphore);
        uint domain = AddDomain(12);
        Schedule(AddThread(domain, HypercallArguments.Entry));
        Give(semaphore, domain, Rights.SemaphoreAll, Selectors.InterruptSemaphore);
        Give(Selectors.BootInterrupts + line, domain, Rights.InterruptBind, Selectors.Interrupt);
    }

    // Servers each of which can call the next: chains longer than help goes.
    private void AddChain()
    {
        // Contexts are few: somebody has to go first.
        for (int count = 0; count < 3; count++)
        {
            uint victim = FindOwn(ObjectKind.ProtectionDomain);
            if (victim != 0) _script.Add(Hypercall.Revoke, victim, 1);
        }
        Place();
        uint domain = AddDomain(ChainObjects);
        for (uint index = 0; index < ChainLength; index++)
        {
            uint portal = AddPortal(AddThread(domain, 0), RegisterGroups.None);
            Give(portal, domain, Rights.PortalCall, FirstGiven + index);
        }
        Schedule(AddThread(domain, HypercallArguments.Entry));
        uint semaphore = AddSemaphore();
        Give(semaphore, domain, Rights.SemaphoreAll, FirstGiven + ChainLength);
    }

    /// <summary>What a thread of a chain does: it calls a server that is free, or a busy one that
    /// all the others wait for.</summary>
    internal static SimulationEvent Climb(ref KernelState state, Run<Capability> slots)
    {
        for (uint index = 0; index < ChainLength; index++)
        {
            ref Capability slot = ref slots.At(FirstGiven + index).In(ref state);
            if (slot.Kind != ObjectKind.Portal) continue;
            ref Portal portal = ref slot.Object.Reinterpret<Portal>().In(ref state);
            if (portal.Server.In(ref state).State != ContextState.Idle) continue;
            return SimulationEvent.Call(Hypercall.Call, FirstGiven + index);
        }
        return SimulationEvent.Call(Hypercall.Call, FirstGiven);
    }

    // A domain that may have more objects than there are, and does nothing but make some.
    private void AddHoarder()
    {
        uint domain = AddDomain(HoarderObjects);
        uint server = AddThread(domain, 0);
        uint thread = AddThread(domain, HypercallArguments.Entry);
        _script.Add(Hypercall.CreateSchedulingContext, Promise(), thread, 200, 400, 0);
        Give(domain, domain, Rights.DomainAll, FirstGiven);
        Give(server, domain, Rights.ContextControl, FirstGiven + 1);
        Give(Selectors.BootSegments + 1, domain, Rights.SegmentAll, FirstGiven + 2);
        uint portal = AddPortal(server, RegisterGroups.None);
        for (uint index = 3; index < 9; index++)
        {
            Give(portal, domain, Rights.PortalCall, FirstGiven + index);
        }
    }

    // Scheduling contexts whose threads are gone: they stay until they are revoked.
    private void AddSchedulingWithoutHomes()
    {
        uint thread = Promise();
        for (int count = 0; count < KernelState.SchedulingContextsMax; count++)
        {
            ulong page = NativeLayout.Utcb + (Limits.PageBytes * 70);
            _script.Add(
                Hypercall.CreateThread, thread, Selectors.OwnDomain, page,
                HypercallArguments.Stack, HypercallArguments.Entry);
            _script.Add(Hypercall.CreateSchedulingContext, Promise(), thread, 1, 0, 0);
            _script.Add(Hypercall.Revoke, thread, 1);
        }
    }

    // What the threads of a domain may use: its own domain, portals, semaphores, memory, now and
    // then an interrupt.
    private void Equip(uint domain)
    {
        if (domain == 0) return;
        uint at = FirstGiven + (uint)_random.Below(10);
        Give(domain, domain, Rights.DomainAll, at++);
        for (int index = 0; index < _portalCount; index++)
        {
            Give(_portals[index], domain, Rights.PortalCall, at++);
        }
        for (int index = 0; index < _semaphoreCount; index++)
        {
            Give(_semaphores[index], domain, Rights.SemaphoreAll, at++);
        }
        // Behind the memory comes the device, from which nobody executes.
        int memory = _random.Below(_shape.MemoryPages.Count + 1);
        Rights rights = memory == _shape.MemoryPages.Count
            ? Rights.SegmentRead | Rights.SegmentWrite : Rights.SegmentAll;
        Give(Selectors.BootSegments + 1 + (uint)memory, domain, rights, at++);
        uint line = (uint)_random.Below(_shape.Interrupts.Count);
        Give(Selectors.BootInterrupts + line, domain, Rights.InterruptBind, at++);
        if (HasSchedules && _random.OneIn(8))
        {
            Give(
                Selectors.System, domain, Rights.SystemSchedule | Rights.SystemConfigure, at);
        }
    }
}
