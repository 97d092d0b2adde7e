// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>
/// The right to change what all CPUs share: capability spaces, pools, quotas, mappings, tables,
/// schedules, bindings. Nobody waits for it inside the kernel: whoever finds it taken executes his
/// hypercall again, with interrupts between (docs/decisions/0017). It is held within one hypercall.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class StructureLock<TAsp> where TAsp : struct, IAsp
{
    /// <summary>How often a CPU gives way after it had the lock that others asked for.</summary>
    private const byte CourtesyMax = 8;

    /// <summary>Takes the lock unless another CPU has it, or asked for it while the caller's CPU
    /// had it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The caller's CPU.</param>
    /// <returns>Whether the caller has it now.</returns>
    public static bool TryEnter(ref KernelState state, ref Cpu cpu)
    {
        ref SharedStructure shared = ref state.Shared;
        uint own = cpu.Number + 1u;
        uint bit = 1u << cpu.Number;
        if (cpu.Courtesy != 0)
        {
            // A CPU that asked and then found something better to do is not waited for for ever.
            bool isAsked = (Volatile.Read(in shared.Waiters) & ~bit) != 0;
            cpu.Courtesy = isAsked ? (byte)(cpu.Courtesy - 1) : (byte)0;
            if (cpu.Courtesy != 0) return GiveWay();
        }
        if (Interlocked.CompareExchange(ref shared.Owner, own, 0) != 0)
        {
            Interlocked.Or(ref shared.Waiters, bit);
            return GiveWay();
        }
        if ((Volatile.Read(in shared.Waiters) & bit) != 0)
        {
            Interlocked.And(ref shared.Waiters, ~bit);
        }
        return true;
    }

    /// <summary>Whether a long hypercall leaves in its middle: an interrupt is pending, or another
    /// CPU has asked for the lock.</summary>
    /// <param name="state">The kernel.</param>
    /// <returns>Whether it is to be executed again.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsDue(ref KernelState state) =>
        TAsp.IsInterruptPending || Volatile.Read(in state.Shared.Waiters) != 0;

    private static bool GiveWay()
    {
        TAsp.Relax();
        return false;
    }

    /// <summary>Lets go of every CPU that is held, and of the lock.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The caller's CPU; it has the lock.</param>
    public static void Leave(ref KernelState state, ref Cpu cpu)
    {
        Standstill<TAsp>.Release(ref state);
        if (Volatile.Read(in state.Shared.Waiters) != 0) cpu.Courtesy = CourtesyMax;
        Volatile.Write(ref state.Shared.Owner, 0);
    }
}
