// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>What the hardware's timer of a CPU is set to: the next of the CPU's timers, or the end
/// of a turn.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class TurnTimer<TAsp> where TAsp : struct, IAsp
{
    /// <summary>When the next of a CPU's timers expires, or its window ends.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Ticks; all ones: never.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Next(ref Cpu cpu)
    {
        ulong ticks = cpu.Timers.EarliestTicks;
        if (cpu.WindowEndTicks < ticks) ticks = cpu.WindowEndTicks;
        return ticks;
    }

    /// <summary>Sets it for what pays now, or for nothing.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Program(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.Current.IsNone) Arm(ref cpu, Next(ref cpu));
        else Program(ref cpu, cpu.Current, ref cpu.Current.In(ref state));
    }

    /// <summary>Sets it for what pays now.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="link">What pays now.</param>
    /// <param name="entry">The same.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Program(
        ref Cpu cpu, Link<SchedulingContext> link, ref SchedulingContext entry)
    {
        ulong ticks = Next(ref cpu);
        // Whoever is alone at its priority needs no end of its turn.
        if (entry.BudgetTicks != 0 && (entry.PeriodTicks != 0 || entry.Next != link))
        {
            ulong end = cpu.ChargedUntil + entry.RemainingTicks;
            if (end < ticks) ticks = end;
        }
        Arm(ref cpu, ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Arm(ref Cpu cpu, ulong ticks)
    {
        if (ticks == cpu.ArmedTicks) return;
        cpu.ArmedTicks = ticks;
        TAsp.ArmTimer(ticks);
    }
}
