// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.VirtualInterrupt"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class VirtualInterrupt<TAsp>
    where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = VcpuArgument.Find(
            ref state, ref current, current.Frame[0], out Link<ExecutionContext> vcpu);
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

        current.Frame[1] = (ulong)Injection<TAsp>.Request(
            ref state, ref vcpu.In(ref state), request);
        return ResultCode.Success;
    }
}
