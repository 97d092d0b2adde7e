// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Paging;
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;
using Bulkhead.Simulation.Systems;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>
/// The system in which pairs of hypercalls are made: two callers that take turns, an urgent thread
/// that an interrupt wakes, a server, a virtual CPU with its monitor; one CPU that executes the
/// kernel and two more whose walkers look things up. Before each run it is set back.
/// </summary>
internal sealed class PairSystem : IDisposable
{
    /// <summary>Ticks of a caller's turn.</summary>
    internal const ulong SliceTicks = 100;

    /// <summary>Physical interrupt that wakes the urgent thread.</summary>
    internal const uint WakeupInterrupt = 41;

    private const int CpuCount = 3;
    private const int SettleStepsMax = 64;
    private const ulong FirstDomain = 50;
    private const ulong SecondDomain = 51;
    private const ulong MachineDomain = 52;
    private const ulong Threads = 54;
    private const ulong Times = 60;
    private const ulong Monitor = 66;

    // Everybody parks alone: who parked first must make no difference.
    private const ulong FirstParking = 47;
    private const ulong SecondParking = 48;
    private const ulong CommonParking = 49;

    private readonly MachineSnapshot _snapshot;
    private readonly Link<ExecutionContext> _current;
    private readonly InvariantChecker _checker;
    private readonly CanonicalForm _form;

    /// <summary>Boots and sets it up.</summary>
    /// <exception cref="ExplorationException">Something of the setup is refused.</exception>
    internal PairSystem()
    {
        MachineOptions options = new() { CpuCount = CpuCount, Stores = StorePolicy.Random };
        World = new World(new BootImage(), options);
        Programs = new PairPrograms(World);
        Programs.Begin(null, null);
        SetUpObjects();
        SetUpThreads();
        Lend(FirstDomain, SecondDomain, FirstParking);
        Lend(SecondDomain, FirstDomain, SecondParking);
        Start();
        _current = World.Current;
        _snapshot = new MachineSnapshot(World.Machine);
        _checker = new InvariantChecker(World.Machine);
        FootprintSize size = new() { Selectors = 70, Mappings = 32, WindowQueues = 1 };
        _form = new CanonicalForm(size, [.. BootImage.InterruptIds]) { HasTranslations = false };
    }

    /// <summary>The world.</summary>
    internal World World { get; }

    /// <summary>What its contexts do.</summary>
    internal PairPrograms Programs { get; }

    /// <summary>Whether nothing more can happen.</summary>
    internal bool IsOff => World.Machine.Power != PowerState.Running;

    /// <inheritdoc/>
    public void Dispose() => World.Dispose();

    /// <summary>Goes back to the start.</summary>
    internal void Reset(PairCall first, PairCall second)
    {
        World.Machine.Interleaving = null;
        _snapshot.Restore(World.Machine);
        World.Processor.Resume(_current);
        Programs.Begin(first, second);
    }

    /// <summary>Lets everything come to rest: whoever waits for a while has waited long enough, and
    /// all that can park has parked.</summary>
    /// <exception cref="InvariantException">It does not come to rest.</exception>
    internal void Settle()
    {
        const ulong longTicks = 16 * SliceTicks;
        for (int round = 0; round < 2 && !IsOff; round++)
        {
            int count = 0;
            while (!IsOff && Programs.Step())
            {
                if (++count < SettleStepsMax) continue;
                throw new InvariantException("the system does not come to rest");
            }

            if (!IsOff) World.Apply(Elapse(longTicks));
        }

        Programs.NoteResults();
    }

    /// <summary>Checks every invariant, and that the kernel left no table write behind.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal void Check()
    {
        _checker.Check(World.Current, CheckDepth.Full);
        if (World.Machine.Tables.FindUnfinished() is { } what) throw new InvariantException(what);
    }

    /// <summary>What became of a run: the state but for translations, and both results.</summary>
    internal StateHash Outcome()
    {
        StateHasher hasher = new();
        // Of a machine that is off nothing is left to compare.
        if (IsOff) return hasher.Result;
        StateHash form = _form.Compute(World);
        hasher.Add(form.Low);
        hasher.Add(form.High);
        hasher.Add(Programs.ComparedResultOf(0));
        hasher.Add(Programs.ComparedResultOf(1));
        return hasher.Result;
    }

    /// <summary>The words that make the state's canonical form.</summary>
    internal List<ulong> Explain()
    {
        _form.Trace = [];
        _form.Compute(World);
        List<ulong> words = _form.Trace;
        _form.Trace = null;
        return words;
    }

    private void SetUpObjects()
    {
        const ulong page = Limits.PageBytes;
        Do(
            Domain(FirstDomain, 8, 16), Domain(SecondDomain, 8, 16), Domain(MachineDomain, 4, 4),
            Domain(PairSelectors.Common, 8, 16),
            Segment(PairSelectors.Pages, Selectors.BootSegments + 1, 0, 4 * page,
                Rights.SegmentAll),
            Map(PairSelectors.Common, PairSelectors.Pages, 2 * page, PairCalls.MappedAddress,
                2 * page, MemoryAccess.Read),
            Server(PairSelectors.Server, Selectors.OwnDomain, PairPrograms.ServerTag),
            Server(Monitor, Selectors.OwnDomain, PairPrograms.MonitorTag),
            Portal(PairSelectors.Portal, PairSelectors.Server, 1),
            Portal(PairSelectors.ExitPortals, Monitor, 2),
            Semaphore(PairSelectors.Semaphore, 0), Semaphore(PairSelectors.Parking, 0),
            Semaphore(PairSelectors.FullSemaphore, uint.MaxValue),
            Semaphore(PairSelectors.Wakeup, 0), Semaphore(FirstParking, 0),
            Semaphore(SecondParking, 0), Semaphore(CommonParking, 0),
            SimulationEvent.Call(
                Hypercall.BindInterrupt, Selectors.BootInterrupts + 1, PairSelectors.Wakeup));
        for (ulong kind = 1; kind < VirtualCpu.ExitKinds; kind++)
        {
            Do(Give(PairSelectors.ExitPortals, 0, PairSelectors.ExitPortals + kind,
                Rights.PortalCall));
        }
    }

    private void SetUpThreads()
    {
        Do(
            Thread(Threads, FirstDomain, PairPrograms.FirstTag),
            Thread(Threads + 1, SecondDomain, PairPrograms.SecondTag),
            Thread(Threads + 2, FirstDomain, PairPrograms.UrgentTag),
            Thread(PairSelectors.Spare, PairSelectors.Common, PairPrograms.MonitorTag + 1),
            Give(CommonParking, PairSelectors.Common, PairSelectors.Parking,
                Rights.SemaphoreDown),
            SimulationEvent.Call(
                Hypercall.CreateVcpu, PairSelectors.Vcpu, MachineDomain, PairSelectors.ExitPortals),
            Run(Times, PairSelectors.Vcpu, EqualPriority, SliceTicks));
        // The virtual CPU starts, its monitor lets it, and it halts.
        Link<ExecutionContext> manager = World.Current;
        World.Apply(Yield);
        for (int step = 0; step < SettleStepsMax && World.Current != manager; step++)
        {
            Programs.Step();
        }
    }

    private void Lend(ulong domain, ulong peer, ulong parking)
    {
        (ulong Selector, Rights Rights)[] lent =
        [
            (Selectors.System, Rights.SystemAll), (PairSelectors.Common, Rights.DomainAll),
            (PairSelectors.Pages, Rights.SegmentAll), (PairSelectors.Portal, Rights.PortalCall),
            (PairSelectors.Semaphore, Rights.SemaphoreAll),
            (PairSelectors.FullSemaphore, Rights.SemaphoreAll),
            (PairSelectors.Server, Rights.ContextControl),
            (PairSelectors.Vcpu, Rights.ContextControl),
            (PairSelectors.Spare, Rights.ContextControl),
            (PairSelectors.Wakeup, Rights.SemaphoreDown),
        ];
        foreach ((ulong selector, Rights rights) in lent)
        {
            Do(Give(selector, domain, selector, rights));
        }

        for (ulong kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            ulong selector = PairSelectors.ExitPortals + kind;
            Do(Give(PairSelectors.ExitPortals, domain, selector, Rights.PortalCall));
        }

        Do(
            Give(parking, domain, PairSelectors.Parking, Rights.SemaphoreDown),
            Give(domain, domain, Selectors.OwnDomain, Rights.DomainAll),
            Give(peer, domain, PairSelectors.Peer, Rights.DomainAll),
            Give(Selectors.BootInterrupts, domain, PairSelectors.FreeInterrupt,
                Rights.InterruptBind),
            Give(Selectors.BootInterrupts + 1, domain, PairSelectors.BoundInterrupt,
                Rights.InterruptBind));
    }

    private void Start()
    {
        Do(
            Run(Times + 1, Threads, EqualPriority, SliceTicks),
            Run(Times + 2, Threads + 1, EqualPriority, SliceTicks));
        World.Apply(Run(Times + 3, Threads + 2, EqualPriority + 1));
        Programs.Step();
        World.Apply(Down(PairSelectors.Parking));
        for (int caller = 0; caller < 2; caller++)
        {
            Do(
                Semaphore(PairSelectors.Own, 0),
                Give(PairSelectors.Own, PairSelectors.Peer, PairSelectors.Theirs,
                    Rights.SemaphoreAll));
            World.Apply(Yield);
        }

        ref KernelState state = ref World.State;
        Require(World.Current.In(ref state).Tag == PairPrograms.FirstTag, "the first caller runs");
        // The other CPUs walk the space that both change, and the first caller's own.
        ulong common = DomainOf(PairSelectors.Common).TranslationRoot;
        World.Machine.Cpus[1].Root = new TranslationRoot(common);
        World.Machine.Cpus[2].Root =
            new TranslationRoot(World.Current.In(ref state).Controls.TranslationRoot);
    }

    private ref ProtectionDomain DomainOf(ulong selector)
    {
        ref KernelState state = ref World.State;
        ref Capability slot =
            ref state.System.RootDomain.In(ref state).Slots.At(selector).In(ref state);
        return ref slot.Object.Reinterpret<ProtectionDomain>().In(ref state);
    }

    private void Do(params ReadOnlySpan<SimulationEvent> events)
    {
        foreach (SimulationEvent value in events)
        {
            Link<ExecutionContext> actor = World.Current;
            bool happened = World.Apply(in value);
            ResultCode result = new(actor.In(ref World.State).Frame[0]);
            bool isDone = happened && World.Current == actor && result.IsSuccess;
            Require(isDone, $"{value}: {result.Reason}");
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new ExplorationException($"the pairs' setup: {what}");
    }
}
