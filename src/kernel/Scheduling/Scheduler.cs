// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>
/// Who runs: the scheduling context of highest priority pays, and what it pays for is the end of
/// the chain of calls that its own context began (donation), or that it helps to finish.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Scheduler<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Longest chain of calls that a busy server is helped through. Calls of idle servers
    /// may be nested deeper, up to the number of contexts.</summary>
    public const int CallDepthMax = 16;

    // Eight chains are followed between two looks for interrupts.
    private const int StepMask = 7;

    /// <summary>What runs after a trap was handled: the context that the trap leads to, unless
    /// something more urgent woke or it cannot run.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="next">The context that the paying scheduling context's chain now ends
    /// at.</param>
    /// <returns>What runs now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Resume(ref KernelState state, ref ExecutionContext next)
    {
        ref Cpu cpu = ref next.Cpu.In(ref state);
        if ((cpu.MustDispatch | next.ReportPending) != 0 || next.State != ContextState.Ready)
        {
            return ref Dispatch(ref state, ref cpu);
        }
        return ref TAsp.SwitchTo(ref state, ref next);
    }

    /// <summary><see cref="Resume"/> for seldom ways, out of line.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="next">The context that the paying scheduling context's chain now ends
    /// at.</param>
    /// <returns>What runs now.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ref ExecutionContext ResumeSeldom(
        ref KernelState state, ref ExecutionContext next) => ref Resume(ref state, ref next);

    /// <summary>Lets the context that trapped run on, unless something more urgent woke or it
    /// cannot run.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The context that trapped.</param>
    /// <returns>What runs now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Stay(ref KernelState state, ref ExecutionContext current) =>
        ref StayOn(ref state, ref current.Cpu.In(ref state), ref current);

    /// <summary>The same on a CPU that may have been held still, its context destroyed.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="current">What ran when the kernel was entered.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext StayOn(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext current)
    {
        bool isFree = (cpu.MustDispatch | current.ReportPending) == 0
            && current.State == ContextState.Ready;
        if (isFree) return ref current;
        return ref Dispatch(ref state, ref cpu);
    }

    /// <summary>Chooses and prepares what runs; waits for an interrupt while nothing can.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <returns>What runs now.</returns>
    public static ref ExecutionContext Dispatch(ref KernelState state, ref Cpu cpu)
    {
        Charge(ref state, ref cpu);
        cpu.MustDispatch = 0;
        Link<ExecutionContext> next;
        while (true)
        {
            next = ChooseFirst(ref state, ref cpu);
            TurnTimer<TAsp>.Program(ref state, ref cpu);
            if (!next.IsNone) break;
            TAsp.WaitForInterrupt();
            Interrupts.InterruptEntry<TAsp>.Handle(ref state, ref cpu);
            cpu.ChargedUntil = TAsp.Now;
            if (!cpu.Resting.IsNone) EndRest(ref state, ref cpu);
        }
        ref ExecutionContext context = ref next.In(ref state);
        return ref TAsp.SwitchTo(ref state, ref context);
    }

    /// <summary>Lets a context run again that waited or slept.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Wake(ref KernelState state, ref ExecutionContext context)
    {
        context.State = ContextState.Ready;
        ReleaseBlocked(ref state, ref context);
    }

    /// <summary><see cref="ReleaseBlocked"/> for seldom ways, out of line.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ReleaseSeldom(ref KernelState state, ref ExecutionContext context) =>
        ReleaseBlocked(ref state, ref context);

    /// <summary>Puts the scheduling contexts that wait for a context back into the run
    /// queue.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReleaseBlocked(ref KernelState state, ref ExecutionContext context)
    {
        ref Cpu cpu = ref context.Cpu.In(ref state);
        Link<SchedulingContext> link = context.BlockedScheduling;
        context.BlockedScheduling = default;
        for (int count = 0; count < KernelState.SchedulingContextsMax && !link.IsNone; count++)
        {
            Link<SchedulingContext> next = link.In(ref state).Next;
            Enqueue(ref state, ref cpu, link);
            link = next;
        }
    }

    /// <summary>Puts a scheduling context that is nowhere into the run queue.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="link">The scheduling context.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enqueue(ref KernelState state, ref Cpu cpu, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        entry.Queue.In(ref state).Append(ref state, link);
        // That it may not run in the open window, the dispatch finds out.
        if (cpu.Current.IsNone || entry.Priority >= cpu.Current.In(ref state).Priority)
        {
            cpu.MustDispatch = 1;
        }
    }

    /// <summary>Takes a scheduling context out of wherever it is.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="link">The scheduling context.</param>
    public static void Withdraw(ref KernelState state, ref Cpu cpu, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        if (entry.State == SchedulingState.Queued)
        {
            entry.Queue.In(ref state).Remove(ref state, link);
        }

        if (entry.State == SchedulingState.Blocked) BlockedList.Remove(ref state, link);
        cpu.Timers.Remove(ref state, Link<TimerNode>.To(ref state, ref entry.Replenishment));
        entry.State = SchedulingState.Parked;
        if (cpu.Current == link)
        {
            // It outlives its thread, and what it was last charged for is not all that it paid.
            entry.ConsumedTicks += TAsp.Now - cpu.ChargedUntil;
            cpu.Current = default;
        }
        // Another CPU may do this while the guest rests.
        if (cpu.Resting == link) cpu.Resting = default;
        cpu.MustDispatch = 1;
    }

    /// <summary>Renews a budget when its period begins.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="link">The scheduling context, depleted.</param>
    public static void Replenish(ref KernelState state, ref Cpu cpu, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        Refill(ref entry, TAsp.Now);
        if (entry.State == SchedulingState.Depleted) Enqueue(ref state, ref cpu, link);
    }

    /// <summary>Lets the next scheduling context of equal priority run.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Yield(ref KernelState state, ref Cpu cpu)
    {
        if (!cpu.Current.IsNone)
        {
            ref SchedulingContext entry = ref cpu.Current.In(ref state);
            if (entry.State == SchedulingState.Queued) Rotate(ref state, ref entry);
        }
        cpu.MustDispatch = 1;
    }

    // Charges the running scheduling context with the time since it was last charged; one without
    // budget left goes to the end of its ring or waits for its replenishment.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Charge(ref KernelState state, ref Cpu cpu)
    {
        ulong now = TAsp.Now;
        ulong used = now - cpu.ChargedUntil;
        cpu.ChargedUntil = now;
        if (cpu.Current.IsNone) return;
        ref SchedulingContext entry = ref cpu.Current.In(ref state);
        entry.ConsumedTicks += used;
        if (entry.BudgetTicks == 0) return;
        if (entry.PeriodTicks != 0 && now - entry.PeriodStart >= entry.PeriodTicks)
        {
            Refill(ref entry, now);
            // What ran since the new period began is the new budget's.
            if (used > now - entry.PeriodStart) used = now - entry.PeriodStart;
        }
        ulong remaining = entry.RemainingTicks;
        entry.RemainingTicks = used < remaining ? remaining - used : 0;
        if (used >= remaining) Deplete(ref state, ref cpu, ref entry);
    }

    private static void Deplete(ref KernelState state, ref Cpu cpu, ref SchedulingContext entry)
    {
        if (entry.PeriodTicks == 0)
        {
            entry.RemainingTicks = entry.BudgetTicks;
            if (entry.State == SchedulingState.Queued) Rotate(ref state, ref entry);
            return;
        }
        if (entry.State != SchedulingState.Queued) return;
        entry.Queue.In(ref state).Remove(ref state, cpu.Current);
        entry.State = SchedulingState.Depleted;
        cpu.Timers.Insert(
            ref state, Link<TimerNode>.To(ref state, ref entry.Replenishment),
            entry.PeriodStart + entry.PeriodTicks);
        entry.OverrunCount++;
        if (entry.Overrun.IsNone) return;
        SemaphoreQueue<TAsp>.Raise(ref state, entry.Overrun, ref cpu);
    }

    private static void Rotate(ref KernelState state, ref SchedulingContext entry) =>
        entry.Queue.In(ref state).Rotate(ref entry);

    internal static void Refill(ref SchedulingContext entry, ulong now)
    {
        if (entry.PeriodTicks == 0) return;
        entry.PeriodStart += (now - entry.PeriodStart) / entry.PeriodTicks * entry.PeriodTicks;
        entry.RemainingTicks = entry.BudgetTicks;
    }

    /// <summary>The most urgent of those that may run in the open window. Of equals, the window's
    /// own time partition comes before the background.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <returns>A queued scheduling context, or none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Link<SchedulingContext> First(ref KernelState state, ref Cpu cpu) =>
        cpu.Eligible == 1 ? cpu.Queue.First : FirstInWindow(ref state, ref cpu);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Link<SchedulingContext> FirstInWindow(ref KernelState state, ref Cpu cpu)
    {
        Link<SchedulingContext> own = cpu.Windowed.In(ref state).First;
        Link<SchedulingContext> background = cpu.Queue.First;
        if ((cpu.Eligible & 1) == 0 || background.IsNone) return own;
        if (own.IsNone) return background;
        return background.In(ref state).Priority > own.In(ref state).Priority ? background : own;
    }

    // The plain case: the most urgent scheduling context's own thread can run.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Link<ExecutionContext> ChooseFirst(ref KernelState state, ref Cpu cpu)
    {
        Link<SchedulingContext> link = First(ref state, ref cpu);
        if (!link.IsNone)
        {
            ref SchedulingContext entry = ref link.In(ref state);
            ref ExecutionContext home = ref entry.Home.In(ref state);
            if (home.State == ContextState.Ready && home.ReportPending == 0)
            {
                cpu.Current = link;
                RenewIfDue(ref cpu, ref entry);
                return entry.Home;
            }
            if (home.State == ContextState.Halted)
            {
                return LeaveHalted(ref state, ref cpu, link, ref home);
            }
        }
        return Choose(ref state, ref cpu);
    }

    // A guest that halts when nobody else can run stays in the queue while its own timer can wake
    // it: nearly always the next interrupt is its own, and nothing else is ready before it then.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Link<ExecutionContext> LeaveHalted(
        ref KernelState state, ref Cpu cpu, Link<SchedulingContext> link, ref ExecutionContext home)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        if (entry.Next == link && cpu.Eligible == 1 && cpu.Queue.HoldsOnly(entry.Priority)
            && TAsp.HasOwnTimer(ref state, ref home))
        {
            cpu.Resting = link;
            cpu.Current = default;
            return default;
        }
        Block(ref state, ref home, link);
        link = First(ref state, ref cpu);
        if (link.IsNone) return Choose(ref state, ref cpu);
        entry = ref link.In(ref state);
        home = ref entry.Home.In(ref state);
        if (home.State != ContextState.Ready || home.ReportPending != 0)
        {
            return Choose(ref state, ref cpu);
        }
        cpu.Current = link;
        RenewIfDue(ref cpu, ref entry);
        return entry.Home;
    }

    /// <summary>What rests has woken, or leaves the queue as if it had not rested: the first thing
    /// that an idle CPU does after an interrupt.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU; something rests on it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EndRest(ref KernelState state, ref Cpu cpu)
    {
        ref ExecutionContext home = ref cpu.Resting.In(ref state).Home.In(ref state);
        if (home.State == ContextState.Halted) Block(ref state, ref home, cpu.Resting);
        cpu.Resting = default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Link<ExecutionContext> Choose(ref KernelState state, ref Cpu cpu)
    {
        for (int count = 0; count <= KernelState.SchedulingContextsMax; count++)
        {
            Link<SchedulingContext> link = First(ref state, ref cpu);
            cpu.Current = link;
            // An interrupt that is pending is taken as if there were nothing to run.
            if (link.IsNone || ((count & StepMask) == StepMask && TAsp.IsInterruptPending)) break;
            ref SchedulingContext entry = ref link.In(ref state);
            RenewIfDue(ref cpu, ref entry);
            ref ExecutionContext end = ref EndOfChain(ref state, entry.Home);
            if (VcpuExit<TAsp>.ReportBeforeEntry(ref state, ref end))
            {
                end = ref EndOfChain(ref state, entry.Home);
            }

            if (end.State == ContextState.Ready) return end.Self;
            Block(ref state, ref end, link);
        }
        cpu.Current = default;
        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(
        ref KernelState state, ref ExecutionContext context, Link<SchedulingContext> link)
    {
        link.In(ref state).Queue.In(ref state).Remove(ref state, link);
        BlockedList.Add(ref state, ref context, link);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RenewIfDue(ref Cpu cpu, ref SchedulingContext entry)
    {
        if (entry.PeriodTicks != 0 && cpu.ChargedUntil - entry.PeriodStart >= entry.PeriodTicks)
        {
            Refill(ref entry, cpu.ChargedUntil);
        }
    }

    // Follows calls and help to the context that can make progress. A helper whose partner has
    // become idle again repeats its call by itself.
    private static ref ExecutionContext EndOfChain(
        ref KernelState state, Link<ExecutionContext> home)
    {
        Link<ExecutionContext> link = home;
        for (int depth = 0; ; depth++)
        {
            if (depth == KernelState.ContextsMax) TAsp.Panic((uint)Invariant.CallChainBounded);
            ref ExecutionContext context = ref link.In(ref state);
            if (context.State == ContextState.Helping)
            {
                ref ExecutionContext partner = ref context.Partner.In(ref state);
                if (partner.State is ContextState.Idle or ContextState.Off)
                {
                    Rendezvous<TAsp>.EndHelp(ref state, ref context, ref partner);
                }
            }
            if (context.State is not (ContextState.Calling or ContextState.Helping))
            {
                return ref context;
            }

            link = context.Partner;
        }
    }
}
