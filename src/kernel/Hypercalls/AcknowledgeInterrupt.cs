// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.AcknowledgeInterrupt"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class AcknowledgeInterrupt<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.InterruptBind,
            out Link<Capability> found);
        if (!result.IsSuccess) return result;
        ref InterruptLine line =
            ref found.In(ref state).Object.Reinterpret<InterruptLine>().In(ref state);
        if (line.Semaphore.IsNone) return Outcome.Parameter(Reason.BadInterrupt);
        TAsp.Deactivate(line.Interrupt);
        return ResultCode.Success;
    }
}
