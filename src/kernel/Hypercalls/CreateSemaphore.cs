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
        result = CpuArgument.Decode(
            ref state, ref current, current.Frame[1], out uint count, out Link<Cpu> home);
        if (!result.IsSuccess) return result;
        result = Quota.Check(ref current.Domain.In(ref state));
        if (!result.IsSuccess) return result;
        int index = FreeRow.Find<Semaphore>(state.Semaphores);
        if (index < 0) return Outcome.Resources(Reason.PoolExhausted);
        ref Semaphore semaphore = ref state.Semaphores[index];
        semaphore.FirstWaiter = default;
        semaphore.LastWaiter = default;
        semaphore.Count = count;
        semaphore.Cpu = home;
        semaphore.Incoming = 0;
        return CreationArguments.Finish(
            ref state, current.Domain, slot, ref semaphore.Header, ObjectKind.Semaphore,
            Rights.SemaphoreAll);
    }
}
