// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.SemaphoreUp"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class SemaphoreUp<TAsp> where TAsp : struct, IAsp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.FindInline(
            ref state, current.Slots, current.Frame[0], Rights.SemaphoreUp,
            out Link<Capability> found);
        if (!result.IsSuccess) return result;
        ref Semaphore semaphore =
            ref found.In(ref state).Object.Reinterpret<Semaphore>().In(ref state);
        if (semaphore.Cpu != current.Cpu)
        {
            Signals<TAsp>.Raise(ref state, ref semaphore);
            return ResultCode.Success;
        }
        return SemaphoreQueue<TAsp>.Up(ref state, ref semaphore)
            ? ResultCode.Success : Outcome.Resources(Reason.CounterFull);
    }
}
