// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The semaphore that the kernel is asked to raise later.</summary>
internal static class SemaphoreArgument
{
    /// <summary>Finds it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller, which needs <see cref="Rights.SemaphoreUp"/>.</param>
    /// <param name="selector">Its selector, or 0.</param>
    /// <param name="semaphore">The semaphore; none for 0 and on refusal.</param>
    /// <returns>Success, or why not.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ResultCode Find(
        ref KernelState state, ref ExecutionContext current, ulong selector,
        out Link<Semaphore> semaphore)
    {
        semaphore = default;
        if (selector == 0) return ResultCode.Success;
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, selector, Rights.SemaphoreUp, out Link<Capability> found);
        if (result.IsSuccess) semaphore = found.In(ref state).Object.Reinterpret<Semaphore>();
        return result;
    }
}
