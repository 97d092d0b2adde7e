// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.AcknowledgeInterrupt"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class AcknowledgeInterrupt<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.InterruptBind, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        ref InterruptLine line = ref found.Reinterpret<InterruptLine>().In(ref state);
        if (line.Semaphore.IsNone) return Outcome.Parameter(Reason.BadInterrupt);
        TAsp.Deactivate(line.Interrupt);
        return ResultCode.Success;
    }
}
