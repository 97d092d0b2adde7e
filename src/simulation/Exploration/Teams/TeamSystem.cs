// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration.Pairs;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;
using Bulkhead.Simulation.Systems;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>
/// A small system on several CPUs, a caller on each. They share a domain, memory, semaphores and a
/// virtual CPU that belong to one or the other CPU; servers and monitors are on every CPU.
/// </summary>
internal sealed class TeamSystem : IDisposable
{
    private const ulong LongTicks = 1600;
    private const int SettleStepsMax = 64;
    private const ulong UrgentPriority = 241;
    private const ulong FirstDomain = 50;
    private const ulong MachineDomain = 53;
    private const ulong Threads = 54;
    private const ulong Times = 58;
    private const ulong Monitors = 64;
    private const ulong Servers = 68;
    private const ulong Portals = 72;
    private const ulong ExitPortals = 76;

    // Everybody parks alone: who parked first must make no difference.
    private const ulong ParkingPlaces = 80;
    private const ulong CommonParking = 84;

    // Tags from here on belong to servers, those below to callers.
    private const ulong ServerTags = 8;
    private const ulong SpareTag = 16;

    private readonly MachineSnapshot _snapshot;
    private readonly Link<ExecutionContext>[] _running;
    private readonly TeamMember[] _members;
    private readonly InvariantChecker _checker;
    private readonly CanonicalForm _form;

    internal TeamSystem(int cpuCount)
    {
        BootImage image = new();
        image.Header.CpuCount = (uint)cpuCount;
        World = new World(image, new MachineOptions { CpuCount = cpuCount });
        _members = new TeamMember[cpuCount];
        for (int cpu = 0; cpu < cpuCount; cpu++) _members[cpu] = new TeamMember(World, cpu);
        SetUpObjects();
        for (int cpu = 0; cpu < cpuCount; cpu++) SetUpServers((ulong)cpu);
        SetUpContexts();
        for (int cpu = 0; cpu < cpuCount; cpu++) Lend((ulong)cpu);
        for (int cpu = cpuCount - 1; cpu >= 0; cpu--) Start(cpu);
        for (int cpu = 0; cpu < cpuCount; cpu++) Equip(cpu);
        _running = [.. Enumerable.Range(0, cpuCount).Select(
            cpu => World.Processors[cpu].Current)];
        _snapshot = new MachineSnapshot(World.Machine);
        _checker = new InvariantChecker(World) { FullEvery = 0, HasMemory = false };
        FootprintSize size = new() { Selectors = 100, Mappings = 40, WindowQueues = 1 };
        _form = new CanonicalForm(size, [.. BootImage.InterruptIds]) { HasTranslations = false };
    }

    /// <summary>The world.</summary>
    internal World World { get; }

    /// <summary>What its CPUs do.</summary>
    internal ReadOnlySpan<TeamMember> Members => _members;

    /// <summary>Whether the machine was turned off.</summary>
    internal bool IsOff => World.Machine.Power != PowerState.Running;

    public void Dispose() => World.Dispose();

    /// <summary>Makes the system what it was, with calls to be made.</summary>
    internal void Reset(ReadOnlySpan<PairCall> calls)
    {
        World.Machine.Interleaving = null;
        World.Machine.IsConcurrent = false;
        _snapshot.Restore(World.Machine);
        for (int cpu = 0; cpu < _members.Length; cpu++)
        {
            World.Processors[cpu].Resume(_running[cpu]);
            _members[cpu].Begin(calls[cpu]);
        }
    }

    /// <summary>Everybody still gets the structure lock, whoever asked for it and is
    /// gone.</summary>
    internal void EnterAgain()
    {
        for (int cpu = 0; cpu < _members.Length && !IsOff; cpu++) _members[cpu].EnterAgain();
    }

    /// <summary>Lets everybody finish, one CPU after the other.</summary>
    internal void Settle()
    {
        for (int round = 0; round < 2 && !IsOff; round++)
        {
            for (int count = 0; StepAll(); count++)
            {
                if (count == SettleStepsMax)
                {
                    throw new InvariantException("the system does not come to rest");
                }
            }
            if (!IsOff) World.Apply(Elapse(LongTicks));
        }
        foreach (TeamMember member in _members) member.NoteResult();
    }

    /// <summary>Checks every invariant.</summary>
    internal void Check()
    {
        _checker.Check(World.Current, CheckDepth.Full);
        if (World.Machine.Tables.FindUnfinished() is { } what) throw new InvariantException(what);
    }

    /// <summary>Results and state, without what is no behaviour.</summary>
    internal StateHash Outcome()
    {
        StateHasher hasher = new();
        // Of a machine that is off nothing is left to compare.
        if (IsOff) return hasher.Result;
        StateHash form = _form.Compute(World);
        hasher.Add(form.Low);
        hasher.Add(form.High);
        for (int cpu = 0; cpu < _members.Length; cpu++) hasher.Add(ComparedResultOf(cpu));
        return hasher.Result;
    }

    // Whoever is stopped may have got what it wanted, and cannot tell any more.
    private ulong ComparedResultOf(int cpu)
    {
        TeamMember member = _members[cpu];
        ulong result = member.Result;
        for (int other = 0; other < _members.Length; other++)
        {
            if (other == cpu || _members[other].Call is not { } call) continue;
            ulong otherResult = _members[other].Result;
            bool isStopped = call.StopsOtherCaller && PairCall.IsSuccess(otherResult)
                && cpu == (other + 1) % _members.Length;
            if (isStopped) return ulong.MaxValue;
            result = member.Call?.Compared(result, call, otherResult) ?? result;
        }

        return result;
    }

    private ulong CpuCount => (ulong)_members.Length;

    private static ulong On(ulong cpu, ulong value) => value | ((cpu + 1) << 32);

    private void SetUpObjects()
    {
        const ulong page = Limits.PageBytes;
        Do(
            Domain(MachineDomain, 4, 4), Domain(PairSelectors.Common, 8, 16),
            Segment(PairSelectors.Pages, Selectors.BootSegments + 1, 0, 4 * page,
                Rights.SegmentAll),
            Map(PairSelectors.Common, PairSelectors.Pages, 2 * page, PairCalls.MappedAddress,
                2 * page, MemoryAccess.Read),
            Semaphore(PairSelectors.Semaphore, 0), Semaphore(PairSelectors.Parking, 0),
            Semaphore(PairSelectors.FullSemaphore, On(1, uint.MaxValue)),
            Semaphore(PairSelectors.Wakeup, 0), Semaphore(CommonParking, 0),
            SimulationEvent.Call(
                Hypercall.BindInterrupt, Selectors.BootInterrupts + 1, PairSelectors.Wakeup));
    }

    // Each CPU has a server, a monitor with its portals, and a place where its caller parks.
    private void SetUpServers(ulong cpu)
    {
        Do(
            Domain(FirstDomain + cpu, 8, 24), Semaphore(ParkingPlaces + cpu, On(cpu, 0)),
            Server(Servers + cpu, On(cpu, Selectors.OwnDomain), ServerTags + (2 * cpu)),
            Server(Monitors + cpu, On(cpu, Selectors.OwnDomain), ServerTags + 1 + (2 * cpu)),
            Portal(Portals + cpu, Servers + cpu, 1), Portal(ExitPortals + cpu, Monitors + cpu, 2),
            Thread(Threads + cpu, On(cpu, FirstDomain + cpu), cpu + 1));
    }

    // The virtual CPU is the second CPU's, the spare thread the first one's.
    private void SetUpContexts()
    {
        for (ulong kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            Do(Give(ExitPortals + 1, 0, PairSelectors.ExitPortals + kind, Rights.PortalCall));
        }
        Do(
            Thread(PairSelectors.Spare, PairSelectors.Common, SpareTag),
            Give(CommonParking, PairSelectors.Common, PairSelectors.Parking,
                Rights.SemaphoreDown),
            SimulationEvent.Call(
                Hypercall.CreateVcpu, PairSelectors.Vcpu, On(1, MachineDomain),
                PairSelectors.ExitPortals),
            Run(Times + 5, PairSelectors.Vcpu));
        for (int step = 0; step < SettleStepsMax && Step(1); step++)
        {
        }
    }

    private void Lend(ulong cpu)
    {
        ulong domain = FirstDomain + cpu;
        ulong other = (cpu + 1) % CpuCount;
        (ulong Source, ulong Target, Rights Rights)[] lent =
        [
            (Selectors.System, Selectors.System, Rights.SystemAll),
            (PairSelectors.Common, PairSelectors.Common, Rights.DomainAll),
            (PairSelectors.Pages, PairSelectors.Pages, Rights.SegmentAll),
            (Portals + cpu, PairSelectors.Portal, Rights.PortalCall),
            (PairSelectors.Semaphore, PairSelectors.Semaphore, Rights.SemaphoreAll),
            (PairSelectors.FullSemaphore, PairSelectors.FullSemaphore, Rights.SemaphoreAll),
            (Servers + other, PairSelectors.Server, Rights.ContextControl),
            (Threads + other, PairSelectors.OtherCaller, Rights.ContextControl),
            (PairSelectors.Vcpu, PairSelectors.Vcpu, Rights.ContextControl),
            (PairSelectors.Spare, PairSelectors.Spare, Rights.ContextControl),
            (ParkingPlaces + cpu, PairSelectors.Parking, Rights.SemaphoreDown),
            (domain, Selectors.OwnDomain, Rights.DomainAll),
            (FirstDomain + other, PairSelectors.Peer, Rights.DomainAll),
            (Selectors.BootInterrupts, PairSelectors.FreeInterrupt, Rights.InterruptBind),
            (Selectors.BootInterrupts + 1, PairSelectors.BoundInterrupt, Rights.InterruptBind),
        ];
        foreach ((ulong source, ulong target, Rights rights) in lent)
        {
            Do(Give(source, domain, target, rights));
        }
        for (ulong kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            Do(Give(ExitPortals + cpu, domain, PairSelectors.ExitPortals + kind,
                Rights.PortalCall));
        }
    }

    // The manager's own CPU last: its caller takes it over.
    private void Start(int cpu)
    {
        SimulationEvent run = Run(Times + (ulong)cpu, Threads + (ulong)cpu, UrgentPriority);
        Require(World.Apply(in run), "a caller starts");
        Link<ExecutionContext> caller = World.Processors[cpu].Current;
        Require(!caller.IsNone && caller.In(ref World.State).Tag == (ulong)cpu + 1,
            $"the caller of CPU {cpu} runs");
        _members[cpu].Know(caller);
    }

    private void Equip(int cpu) => DoOn(
        cpu, Semaphore(PairSelectors.Own, 0),
        Give(PairSelectors.Own, PairSelectors.Peer, PairSelectors.Theirs, Rights.SemaphoreAll));

    private bool StepAll()
    {
        bool hasWork = false;
        for (int cpu = 0; cpu < _members.Length && !IsOff; cpu++) hasWork |= Step(cpu);
        return hasWork && !IsOff;
    }

    // What runs on a CPU does its duty; false: it idles.
    private bool Step(int cpu)
    {
        _members[cpu].NoteResult();
        Link<ExecutionContext> current = World.Processors[cpu].Current;
        if (current.IsNone) return false;
        ref ExecutionContext context = ref current.In(ref World.State);
        if (context.IsVcpu)
        {
            // It handles what is pending, one interrupt after the other, and waits.
            Apply(cpu, new SimulationEvent(EventKind.GuestTake, 0));
            Apply(cpu, new SimulationEvent(EventKind.GuestEnd, 0));
            Apply(cpu, new SimulationEvent(EventKind.GuestHalt, 0));
        }
        else if (context.IsServer != 0) Apply(cpu, Reply());
        else Apply(cpu, Down(PairSelectors.Parking));
        return true;
    }

    private bool Apply(int cpu, SimulationEvent value)
    {
        value.Cpu = (byte)cpu;
        return World.Apply(in value);
    }

    private void Do(params ReadOnlySpan<SimulationEvent> events) => DoOn(0, events);

    private void DoOn(int cpu, params ReadOnlySpan<SimulationEvent> events)
    {
        foreach (SimulationEvent value in events)
        {
            Link<ExecutionContext> actor = World.Processors[cpu].Current;
            bool happened = Apply(cpu, value);
            ResultCode result = new(actor.In(ref World.State).Frame[0]);
            Require(happened && result.IsSuccess, $"{value}: {result.Reason}");
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new ExplorationException($"the teams' setup: {what}");
    }
}
