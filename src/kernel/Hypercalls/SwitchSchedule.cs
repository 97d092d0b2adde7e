// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.SwitchSchedule"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class SwitchSchedule<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.SystemSchedule, out _);
        if (!result.IsSuccess) return result;
        uint number = (uint)current.Frame[1];
        if (number >= Limits.SchedulesMax
            || !state.Schedules[(int)number].IsWhole(state.Shared.CpuCount))
        {
            return Outcome.Parameter(Reason.BadSchedule);
        }
        result = ObjectArgument.FindOptional(
            ref state, ref current, 2, Rights.SemaphoreUp, out Link<ObjectHeader> semaphore);
        if (!result.IsSuccess) return result;
        return MajorFrame<TAsp>.Plan(
            ref state, ref current, (byte)(number + 1), semaphore.Reinterpret<Semaphore>());
    }
}
