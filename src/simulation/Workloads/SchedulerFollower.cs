// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Reference;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Workloads;

/// <summary>
/// A kernel and the naive scheduler that follows it: the same events for both, and everything
/// compared after each, and whenever a CPU's timer is due on the way.
/// </summary>
internal sealed partial class SchedulerFollower
{
    private const int ManagerPriority = 240;
    private const ulong TicksMax = 1ul << 32;

    private readonly Dictionary<ulong, Worker> _workers = [];
    private readonly Dictionary<ulong, Share> _shares = [];
    private readonly Dictionary<ulong, Counter> _counters = [];
    private readonly SchedulerComparison _comparison;
    private readonly Func<ShareTerms, ShareTerms>? _distortion;

    /// <summary>Begins to follow.</summary>
    /// <param name="world">A world, just booted.</param>
    /// <param name="distortion">Makes the naive scheduler wrong; null: it is right.</param>
    internal SchedulerFollower(World world, Func<ShareTerms, ShareTerms>? distortion = null)
    {
        World = world;
        // What the kernel puts off for a moment happens in the tick in which the naive one has it.
        world.Machine.Clock.PauseTicks = 0;
        _distortion = distortion;
        Naive = new NaiveScheduler(
            world.CpuCount, Limits.SchedulesMax, world.Machine.Clock.Ticks);
        _comparison = new SchedulerComparison(world, Naive);
        Naive.GaveUpFirst = worker => _comparison.AnswerOf(worker).Code.Status == Status.Timeout;
        Worker manager = Naive.AddWorker(0);
        Share share = Naive.AddShare(manager, new ShareTerms(ManagerPriority, 0, 0, 0));
        _comparison.Know(manager, world.Root);
        _comparison.Know(share, world.Root.In(ref world.State).Scheduling);
        _comparison.Compare();
    }

    /// <summary>The kernel.</summary>
    internal World World { get; }

    /// <summary>The naive scheduler.</summary>
    internal NaiveScheduler Naive { get; }

    /// <summary>How often everything was compared.</summary>
    internal long ComparisonCount => _comparison.Count;

    /// <summary>Threads by selector.</summary>
    internal IReadOnlyDictionary<ulong, Worker> Workers => _workers;

    /// <summary>Time by selector.</summary>
    internal IReadOnlyDictionary<ulong, Share> Shares => _shares;

    /// <summary>Semaphores by selector.</summary>
    internal IReadOnlyDictionary<ulong, Counter> Counters => _counters;

    /// <summary>Applies an event to both.</summary>
    /// <param name="value">The event; one that is none of a workload does nothing.</param>
    /// <exception cref="InvariantException">They disagree.</exception>
    internal void Step(in SimulationEvent value)
    {
        switch (value.Kind)
        {
            case EventKind.Elapse:
                Elapse(value.Words[0]);
                break;
            case EventKind.SkipTime:
                Oversleep(value.Words[0], (int)value.Words[1] - 1);
                break;
            case EventKind.Hypercall or EventKind.TimedHypercall:
                if (IsKnown((Hypercall)value.Detail)) Call(World.Resolve(in value));
                break;
        }
    }

    /// <summary>When anything is due next, in the kernel or in the naive scheduler, as far as it
    /// makes a difference.</summary>
    /// <returns>Ticks; all ones: never.</returns>
    internal ulong NextTicks()
    {
        ulong next = ulong.MaxValue;
        for (int cpu = 0; cpu < Naive.CpuCount; cpu++)
        {
            next = Math.Min(next, Naive.NextTimer(cpu));
            next = Math.Min(next, Naive.NextBudgetEnd(cpu));
        }
        return next;
    }

    // The naive scheduler must hear of each choice that the kernel is free in before the next one.
    private void Elapse(ulong ticks)
    {
        ulong end = Naive.Now + ticks;
        do
        {
            ulong next = end;
            foreach (SimulatedProcessor processor in World.Processors)
            {
                next = Math.Min(next, Math.Max(processor.NextEvent(), Naive.Now + 1));
            }
            ulong step = Math.Min(next, end) - Naive.Now;
            World.Apply(new SimulationEvent(EventKind.Elapse, 0, step));
            Naive.Advance(step);
            _comparison.Compare();
        }
        while (Naive.Now < end);
    }

    // Timers are late; word 1 is the CPU, plus one, on which the thread yields before they are
    // heard.
    private void Oversleep(ulong ticks, int yielding)
    {
        if (yielding >= World.CpuCount || ticks > TicksMax) return;
        World.Apply(new SimulationEvent(EventKind.SkipTime, 0, ticks));
        if (yielding >= 0)
        {
            SimulationEvent value = SimulationEvent.Call(Hypercall.Yield);
            value.Cpu = (byte)yielding;
            World.Apply(in value);
        }
        World.Apply(new SimulationEvent(EventKind.Elapse, 0));
        Naive.Oversleep(ticks, yielding);
        _comparison.Compare();
    }

    private void Call(in SimulationEvent value)
    {
        if (value.Cpu >= World.CpuCount) return;
        Link<ExecutionContext> caller = World.Processors[value.Cpu].Current;
        if (!World.Apply(in value)) return;
        if (Naive.Payer(value.Cpu) is not { } payer)
        {
            throw new InvariantException("a thread made a hypercall where nobody can run");
        }
        Mirror(in value, payer.Worker, new Answer(World, caller));
        _comparison.Compare();
    }

    private static void That(bool holds, FormattableString message) =>
        SchedulerComparison.That(holds, message);
}
