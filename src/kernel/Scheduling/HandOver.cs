// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>
/// A guest waits: by the short way the next of its ring, another guest, takes the CPU, as a
/// dispatch would find out.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class HandOver<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Blocks the scheduling context that pays, and lets the next one pay for its own
    /// virtual CPU; when both are of the background and without a period, and the first has some
    /// budget left.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU; nothing has woken since its last dispatch that is more
    /// urgent.</param>
    /// <param name="context">The virtual CPU that ran and has halted.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref ExecutionContext Run(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext context)
    {
        ulong now = TAsp.Now;
        Link<SchedulingContext> link = cpu.Queue.First;
        if (!link.IsNone && link == cpu.Current && cpu.Eligible == 1)
        {
            ref SchedulingContext entry = ref link.In(ref state);
            Link<SchedulingContext> next = entry.Next;
            ref SchedulingContext following = ref next.In(ref state);
            ref ExecutionContext home = ref following.Home.In(ref state);
            ulong used = now - cpu.ChargedUntil;
            ulong remaining = entry.RemainingTicks;
            // Alone in its ring, it is its own next and not ready.
            if (IsReady(ref home) && home.IsVcpu && used < remaining
                && (entry.PeriodTicks | following.PeriodTicks) == 0)
            {
                cpu.ChargedUntil = now;
                entry.ConsumedTicks = entry.ConsumedTicks + used;
                entry.RemainingTicks = remaining - used;
                cpu.Queue.ReplaceFirst(ref state, ref entry);
                BlockedList.Put(ref entry, ref context, link);
                cpu.Current = next;
                TurnTimer<TAsp>.Program(ref cpu, next, ref following);
                return ref TAsp.SwitchGuest(ref state, ref cpu, ref context, ref home);
            }
        }
        return ref Scheduler<TAsp>.Dispatch(ref state, ref cpu);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsReady(ref ExecutionContext context) =>
        context.State == ContextState.Ready && context.ReportPending == 0;
}
