// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>
/// Holding other CPUs still while the structure lock's owner works on what belongs to them. A CPU
/// that is held stands in its interrupt handler; it chooses anew what runs when it is let go.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Standstill<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Rounds that a CPU may take to answer: far more than the longest way through the
    /// kernel.</summary>
    private const int RoundsMax = 1 << 26;

    /// <summary>Holds the CPU of a context, a semaphore or another object still, unless it is the
    /// caller's own.</summary>
    /// <param name="state">The kernel; the caller has the structure lock.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Hold(ref KernelState state, Link<Cpu> cpu)
    {
        if (state.Shared.CpuCount > 1) HoldAll(ref state, 1u << cpu.In(ref state).Number);
    }

    /// <summary>Holds several CPUs still, the caller's own excepted.</summary>
    /// <param name="state">The kernel; the caller has the structure lock.</param>
    /// <param name="mask">A bit for each CPU; those that do not run are left out.</param>
    public static void HoldAll(ref KernelState state, uint mask)
    {
        ref SharedStructure shared = ref state.Shared;
        if (shared.CpuCount <= 1) return;
        uint own = 1u << (int)(shared.Owner - 1);
        mask &= ((1u << (int)shared.CpuCount) - 1) & ~own & ~shared.Held;
        if (mask == 0) return;
        for (int number = 0; number < Limits.CpusMax; number++)
        {
            if (((mask >> number) & 1) == 0) continue;
            Volatile.Write(ref state.Cpus[number].Standing, (uint)Standing.Asked);
            TAsp.Interrupt((uint)number);
        }
        for (int number = 0; number < Limits.CpusMax; number++)
        {
            if (((mask >> number) & 1) != 0) Await(ref state.Cpus[number]);
        }
        shared.Held |= mask;
    }

    /// <summary>Lets go of all CPUs that are held.</summary>
    /// <param name="state">The kernel; the caller has the structure lock.</param>
    public static void Release(ref KernelState state)
    {
        uint held = state.Shared.Held;
        if (held == 0) return;
        state.Shared.Held = 0;
        for (int number = 0; number < Limits.CpusMax; number++)
        {
            if (((held >> number) & 1) == 0) continue;
            Volatile.Write(ref state.Cpus[number].Standing, (uint)Standing.Free);
        }
    }

    /// <summary>On a CPU that was interrupted: stands still if it was asked to.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Answer(ref KernelState state, ref Cpu cpu)
    {
        if (Volatile.Read(in cpu.Standing) != (uint)Standing.Asked) return;
        TAsp.GiveUp(ref state, ref cpu);
        Volatile.Write(ref cpu.Standing, (uint)Standing.Still);
        for (int round = 0; Volatile.Read(in cpu.Standing) == (uint)Standing.Still; round++)
        {
            Check<TAsp>.That(round < RoundsMax, Invariant.CpuAnswers);
            TAsp.Relax();
        }
        cpu.MustDispatch = 1;
    }

    private static void Await(ref Cpu cpu)
    {
        for (int round = 0; Volatile.Read(in cpu.Standing) != (uint)Standing.Still; round++)
        {
            Check<TAsp>.That(round < RoundsMax, Invariant.CpuAnswers);
            TAsp.Relax();
        }
    }
}
