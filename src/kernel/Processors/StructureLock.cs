// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Processors;

/// <summary>
/// The right to change what all CPUs share: capability spaces, pools, quotas, mappings, tables,
/// schedules, bindings. Nobody waits for it inside the kernel: whoever finds it taken executes his
/// hypercall again, with interrupts between (docs/decisions/0017). It is held within one hypercall.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class StructureLock<TAsp>
    where TAsp : struct, IAsp
{
    /// <summary>How often the last owner gives way while another CPU has asked.</summary>
    private const int CourtesyMax = 8;

    /// <summary>Takes the lock unless another CPU has it, or asked for it and the caller's CPU
    /// had it last.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The caller's CPU.</param>
    /// <returns>Whether the caller has it now.</returns>
    public static bool TryEnter(ref KernelState state, ref Cpu cpu)
    {
        ref SharedStructure shared = ref state.Shared;
        uint own = cpu.Number + 1u;
        uint bit = 1u << cpu.Number;
        bool isAsked = (Volatile.Read(in shared.Waiters) & ~bit) != 0;
        if (isAsked && shared.LastOwner == own && cpu.Courtesy < CourtesyMax)
        {
            cpu.Courtesy++;
            return false;
        }
        if (Interlocked.CompareExchange(ref shared.Owner, own, 0) != 0)
        {
            Interlocked.Or(ref shared.Waiters, bit);
            return false;
        }
        cpu.Courtesy = 0;
        shared.LastOwner = own;
        // A CPU that asked and then found something better to do is not waited for for ever.
        if (Volatile.Read(in shared.Waiters) != 0) Interlocked.And(ref shared.Waiters, ~bit);
        return true;
    }

    /// <summary>Lets go of every CPU that is held, and of the lock, if this CPU has it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The caller's CPU.</param>
    public static void Leave(ref KernelState state, ref Cpu cpu)
    {
        if (state.Shared.Owner != cpu.Number + 1u) return;
        Standstill<TAsp>.Release(ref state);
        Volatile.Write(ref state.Shared.Owner, 0);
    }
}
