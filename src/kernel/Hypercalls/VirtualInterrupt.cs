// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.VirtualInterrupt"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class VirtualInterrupt<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = VcpuArgument.Find(
            ref state, ref current, 0, out Link<ExecutionContext> vcpu);
        if (!result.IsSuccess) return result;
        VirtualInterruptRequest request = new(current.Frame[1]);
        if (request.Interrupt >= Limits.VirtualInterruptsMax)
        {
            return Outcome.Parameter(Reason.BadInterrupt);
        }

        if (request.Operation > VirtualInterruptOperation.ClearActive)
        {
            return Outcome.Parameter(Reason.BadArgument);
        }

        if (request.IsLine && vcpu.In(ref state).Vcpu.In(ref state).Interrupts.Bound.Has(
            request.Interrupt))
        {
            return Outcome.Busy(Reason.InterruptBound);
        }

        ref ExecutionContext context = ref vcpu.In(ref state);
        if (context.Cpu != current.Cpu)
        {
            return Elsewhere(ref state, ref current, ref context, request);
        }
        current.Frame[1] = (ulong)Injection<TAsp>.Request(ref state, ref context, request);
        return ResultCode.Success;
    }

    private static ResultCode Elsewhere(
        ref KernelState state, ref ExecutionContext current, ref ExecutionContext context,
        VirtualInterruptRequest request)
    {
        ref Cpu cpu = ref current.Cpu.In(ref state);
        if (!StructureLock<TAsp>.TryEnter(ref state, ref cpu)) return Outcome.Again;
        Standstill<TAsp>.Hold(ref state, context.Cpu);
        current.Frame[1] = (ulong)Injection<TAsp>.Request(ref state, ref context, request);
        StructureLock<TAsp>.Leave(ref state, ref cpu);
        return ResultCode.Success;
    }
}
