// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>The system that a trace begins with, made by the root: domains with the follower's code
/// and region, servers with portals, threads, semaphores that many share, sometimes a virtual
/// CPU.</summary>
/// <param name="builder">Where events go.</param>
/// <param name="random">Random numbers.</param>
/// <param name="hasGuest">Whether a virtual CPU gets the guest's code; without it, it leaves its
/// guest at the first instruction.</param>
internal sealed class TraceOpening(TraceBuilder builder, TraceRandom random, bool hasGuest)
{
    private const int DomainsMax = 3;
    private const int SharedMax = 4;
    private const uint ExitKinds = (uint)ExitKind.Recall + 1;

    private readonly List<ulong> _domains = [];
    private readonly List<ulong> _shared = [];
    private readonly List<ulong> _servers = [];
    private readonly List<ulong> _threads = [];
    private ulong _next = 32;
    private int _threadCount;

    /// <summary>Selectors of the domains.</summary>
    internal IReadOnlyList<ulong> Domains => _domains;

    /// <summary>Selectors of semaphores and portals.</summary>
    internal IReadOnlyList<ulong> Shared => _shared;

    /// <summary>Selectors of the server threads.</summary>
    internal IReadOnlyList<ulong> Servers => _servers;

    private FollowerPlace Follower => builder.World.Follower;

    internal void Build()
    {
        int domainCount = 1 + random.Below(DomainsMax);
        for (int index = 0; index < domainCount; index++) AddDomain();
        for (int index = 1 + random.Below(SharedMax); index > 0; index--)
        {
            _shared.Add(_next);
            Call(Hypercall.CreateSemaphore, _next++, random.Chance(70) ? 0 : random.Next() % 4);
        }
        foreach (ulong domain in _domains) AddServer(domain);
        foreach (ulong domain in _domains)
        {
            AddThread(domain);
            if (random.Chance(50)) AddThread(domain);
        }
        Share();
        if (random.Chance(40)) AddVcpu();
        foreach (ulong thread in _threads)
        {
            Schedule(thread);
            Park();
        }
    }

    private void AddDomain()
    {
        ulong domain = _next++;
        _domains.Add(domain);
        DomainQuota quota = new((ushort)(8 + random.Below(16)), (ushort)(6 + random.Below(40)));
        Call(Hypercall.CreateDomain, domain, Selectors.OwnDomain, quota.Value);
        AddMaps(domain, isVcpu: false);
        Give(domain, domain, Selectors.OwnDomain, random.Chance(80) ? (ulong)Rights.DomainAll
            : 1 + (random.Next() % (ulong)Rights.DomainAll));
        BootTables tables = builder.World.Tables;
        for (uint index = 0; index < tables.MemoryCount; index++)
        {
            ulong rights = (ulong)tables.Memory(index).Access & 7;
            if (random.Chance(60)) Give(Selectors.BootSegments + index, domain,
                Selectors.BootSegments + index, rights << 4);
        }
    }

    private void AddServer(ulong domain)
    {
        ulong server = _next++;
        _servers.Add(server);
        Create(server, domain, 0, 0);
        for (int count = 1 + random.Below(2); count > 0; count--)
        {
            _shared.Add(_next);
            Call(
                Hypercall.CreatePortal, _next++, server, Follower.Follow, random.Next() >> 32);
        }
    }

    private void AddThread(ulong domain)
    {
        ulong thread = _next++;
        _threads.Add(thread);
        ulong portal = random.Chance(70) ? _shared[^1] : 0;
        Create(thread, domain, Follower.Follow, portal);
        if (random.Chance(60)) Give(thread, domain, thread, (ulong)Rights.ContextControl);
    }

    private void Create(ulong selector, ulong domain, ulong entry, ulong faultPortal)
    {
        int number = _threadCount++;
        Call(
            Hypercall.CreateThread, selector, domain,
            ReplayLayout.UtcbOf(number), ReplayLayout.StackTopOf(number), entry,
            random.Next() >> 48, faultPortal, (ulong)number);
    }

    private void Share()
    {
        foreach (ulong domain in _domains)
        {
            foreach (ulong selector in _shared)
            {
                Rights rights = new CapabilityView(builder.World, random).RightsOf(selector);
                if (rights == Rights.SemaphoreAll) rights = random.Of(
                    rights, rights, Rights.SemaphoreUp, Rights.SemaphoreDown);
                bool isFirst = selector == _shared[0];
                if (isFirst) rights = Rights.SemaphoreAll;
                if (isFirst || random.Chance(80)) Give(selector, domain, selector, (ulong)rights);
            }
        }
    }

    private void AddVcpu()
    {
        ulong machine = _next++;
        Call(
            Hypercall.CreateDomain, machine, Selectors.OwnDomain, new DomainQuota(8, 8).Value);
        if (hasGuest) AddMaps(machine, isVcpu: true);
        ulong first = _next;
        for (uint kind = 0; kind < ExitKinds; kind++)
        {
            Call(Hypercall.CreatePortal, _next++, _servers[0], Follower.Follow, 0x100 + kind);
        }
        ulong vcpu = _next++;
        Call(Hypercall.CreateVcpu, vcpu, machine, first, 0);
        Give(vcpu, _domains[0], vcpu, (ulong)Rights.ContextControl);
        _threads.Add(vcpu);
    }

    private void AddMaps(ulong domain, bool isVcpu)
    {
        foreach (SimulationEvent map in FollowerMaps.For(builder.World, domain, isVcpu))
        {
            builder.TryAdd(in map);
        }
    }

    private void Schedule(ulong thread)
    {
        ulong budget = random.Chance(60) ? 0 : ReplayTime.BudgetTicksMin;
        ulong period = budget != 0 && random.Chance(50) ? 2 * budget : 0;
        Call(
            Hypercall.CreateSchedulingContext, _next++, thread, EventDraw.Priority(random), budget,
            period);
    }

    // A thread more urgent than the root waits at once on the first semaphore, so that the root can
    // schedule the others, too.
    private void Park()
    {
        ReplayWorld world = builder.World;
        bool isRoot = world.Current == world.State.System.RootThread;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        if (isRoot || context.IsVcpu || context.IsServer != 0) return;
        Call(Hypercall.SemaphoreDown, _shared[0], ulong.MaxValue);
    }

    private void Give(ulong source, ulong domain, ulong target, ulong rights) =>
        Call(Hypercall.Delegate, source, domain, target, rights);

    private void Call(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        builder.TryAdd(SimulationEvent.Call(number, arguments));
}
