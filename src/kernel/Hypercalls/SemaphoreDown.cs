// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.SemaphoreDown"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class SemaphoreDown<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SemaphoreDown,
            out Link<Capability> found);
        if (result.IsSuccess && current.Frame[2] > 1)
        {
            result = Outcome.Parameter(Reason.BadArgument);
        }

        if (!result.IsSuccess) return result;
        Link<Semaphore> link = found.In(ref state).Object.Reinterpret<Semaphore>();
        if (link.In(ref state).Cpu != current.Cpu)
        {
            return new ResultCode(Status.BadCpu, Reason.None);
        }
        ulong deadline = current.Frame[1];
        if (link.In(ref state).Count != 0)
        {
            return Take(ref current, ref link.In(ref state), current.Frame[2] != 0);
        }

        if (deadline <= TAsp.Now) return new ResultCode(Status.Timeout, Reason.DeadlinePassed);
        SemaphoreQueue<TAsp>.Wait(ref state, link, ref current, deadline);
        return ResultCode.Success;
    }

    private static ResultCode Take(
        ref ExecutionContext current, ref Semaphore semaphore, bool takesAll)
    {
        ulong taken = takesAll ? semaphore.Count : 1;
        semaphore.Count -= taken;
        current.Frame[1] = taken;
        return ResultCode.Success;
    }
}
