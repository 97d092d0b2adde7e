// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.BindInterrupt"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class BindInterrupt<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.InterruptBind, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        ref InterruptLine line = ref found.Reinterpret<InterruptLine>().In(ref state);
        if (!line.Semaphore.IsNone || !line.Vcpu.IsNone) return Outcome.Busy(Reason.InterruptBound);
        result = ObjectArgument.Find(ref state, ref current, 1, Rights.SemaphoreUp, out found);
        if (!result.IsSuccess) return result;
        line.Semaphore = found.Reinterpret<Semaphore>();
        line.Semaphore.In(ref state).BoundCount++;
        TAsp.Open(
            line.Interrupt, line.IsEdge != 0,
            line.Semaphore.In(ref state).Cpu.In(ref state).Number);
        return ResultCode.Success;
    }
}
