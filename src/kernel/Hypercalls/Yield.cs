// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Yield"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Yield<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        Scheduler<TAsp>.Yield(ref state, ref current.Cpu.In(ref state));
        return ResultCode.Success;
    }
}
