// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>
/// The short way of a guest's wait: the next of its ring takes the CPU, as a dispatch would find
/// out. It does the whole thing or changes nothing.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class HandOver<TAsp>
    where TAsp : struct, IAsp
{
    /// <summary>Blocks the scheduling context that pays, and lets the next one pay for its own
    /// thread. Both are of the background and without a period, and the first has some budget
    /// left.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU; nothing has woken since its last dispatch that is more
    /// urgent.</param>
    /// <param name="context">The virtual CPU that ran and has halted.</param>
    /// <returns>What runs next; none: a dispatch must choose.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Link<ExecutionContext> Try(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext context)
    {
        Link<SchedulingContext> link = cpu.Queue.First;
        if (link.IsNone || link != cpu.Current || cpu.Eligible != 1) return default;
        ref SchedulingContext entry = ref link.In(ref state);
        Link<SchedulingContext> next = entry.Next;
        ref SchedulingContext following = ref next.In(ref state);
        Link<ExecutionContext> home = following.Home;
        ulong now = TAsp.Now;
        ulong used = now - cpu.ChargedUntil;
        ulong remaining = entry.RemainingTicks;
        // Alone in its ring, it is its own next and not ready.
        if (!IsReady(ref home.In(ref state)) || used >= remaining
            || (entry.PeriodTicks | following.PeriodTicks) != 0)
        {
            return default;
        }
        cpu.ChargedUntil = now;
        entry.ConsumedTicks += used;
        entry.RemainingTicks = remaining - used;
        cpu.Queue.ReplaceFirst(ref state, ref entry);
        BlockedList.Put(ref entry, ref context, link);
        cpu.Current = next;
        Scheduler<TAsp>.ProgramTimer(ref cpu, next, ref following);
        return home;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsReady(ref ExecutionContext context) =>
        context.State == ContextState.Ready && context.ReportPending == 0;
}
