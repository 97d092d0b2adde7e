// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>FP and SIMD registers change owner at the first use; those of a virtual CPU that once
/// used them, with its other registers, because the trap would cost more than they do.</summary>
internal static class VectorSwitch
{
    internal static void TakeOver(ref KernelState state, ref ExecutionContext context) =>
        Exchange(ref state, ref context.Cpu.In(ref state), ref context);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Exchange(ref KernelState state, ref Cpu cpu, ref ExecutionContext context)
    {
        if (cpu.VectorOwner == context.Self) return;
        if (!cpu.VectorOwner.IsNone)
        {
            ref ExecutionContext owner = ref cpu.VectorOwner.In(ref state);
            owner.Controls.Traps = VectorTraps.Closed;
            Native.ExchangeVectors(ref context.Vectors, ref owner.Vectors, VectorTraps.Open);
        }
        else
        {
            Native.WriteVectorTraps(VectorTraps.Open);
            Native.LoadVectors(ref context.Vectors);
        }
        context.Controls.Traps = VectorTraps.Open;
        cpu.VectorOwner = context.Self;
    }
}
