// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Arm64.Registers;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>FP and SIMD registers change owner at the first use.</summary>
internal static class VectorSwitch
{
    internal static void TakeOver(ref KernelState state, ref ExecutionContext context)
    {
        ref Cpu cpu = ref context.Cpu.In(ref state);
        Native.WriteVectorTraps(VectorTraps.Open);
        if (!cpu.VectorOwner.IsNone)
        {
            ref ExecutionContext owner = ref cpu.VectorOwner.In(ref state);
            Native.SaveVectors(ref owner.Vectors);
            owner.Controls.Traps = VectorTraps.Closed;
        }
        Native.LoadVectors(ref context.Vectors);
        context.Controls.Traps = VectorTraps.Open;
        cpu.VectorOwner = context.Self;
    }
}
