// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateSemaphore"/>.</summary>
internal static class CreateSemaphore
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, current.Slots, current.Frame[0], out Link<Capability> slot);
        if (!result.IsSuccess) return result;
        if (current.Frame[1] > SemaphoreQueue.CountMax)
        {
            return Outcome.Parameter(Reason.BadArgument);
        }

        result = Quota.Check(ref current.Domain.In(ref state));
        if (!result.IsSuccess) return result;
        int index = FreeRow.Find<Semaphore>(state.Semaphores);
        if (index < 0) return Outcome.Resources(Reason.PoolExhausted);
        ref Semaphore semaphore = ref state.Semaphores[index];
        semaphore.FirstWaiter = default;
        semaphore.LastWaiter = default;
        semaphore.Count = current.Frame[1];
        return CreationArguments.Finish(
            ref state, current.Domain, slot, ref semaphore.Header, ObjectKind.Semaphore,
            Rights.SemaphoreAll);
    }
}
