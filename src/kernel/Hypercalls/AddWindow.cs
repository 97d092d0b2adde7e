// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.AddWindow"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class AddWindow<TAsp> where TAsp : struct, IAsp
{
    private const int DurationShiftMin = 16;
    private const ulong DurationTicksMax = 1ul << 56;

    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SystemConfigure,
            out Link<Capability> _);
        if (!result.IsSuccess) return result;
        ulong number = current.Frame[1];
        if (number >= Limits.SchedulesMax) return Outcome.Parameter(Reason.BadSchedule);
        if (IsUsed(ref state, number + 1)) return Outcome.Busy(Reason.ScheduleInUse);
        if (current.Frame[2] >= state.Shared.CpuCount) return Outcome.Parameter(Reason.BadWindow);
        ref Cpu cpu = ref state.Cpus[(int)current.Frame[2]];
        if (current.Frame[3] >= Limits.TimePartitionsMax)
        {
            return Outcome.Parameter(Reason.BadTimePartition);
        }
        FrameWindow window = new()
        {
            DurationTicks = current.Frame[4],
            TimePartition = (byte)current.Frame[3],
            IsExclusive = (byte)current.Frame[5],
        };
        if (!IsFit(in window, current.Frame[5])) return Outcome.Parameter(Reason.BadWindow);
        return Add(ref state, ref cpu, ref state.Schedules[(int)number], in window);
    }

    // A CPU leaves a schedule by itself, at the end of its frame.
    private static bool IsUsed(ref KernelState state, ulong schedule)
    {
        bool isUsed = schedule == state.NextSchedule;
        for (int number = 0; number < Limits.CpusMax; number++)
        {
            isUsed |= schedule == Volatile.Read(in state.Cpus[number].Schedule);
        }
        return isUsed;
    }

    private static bool IsFit(in FrameWindow window, ulong flags) =>
        window.DurationTicks > (TAsp.Frequency - 1) >> DurationShiftMin
        && window.DurationTicks <= DurationTicksMax
        && (flags == 0 || (flags == 1 && window.TimePartition != 0));

    private static ResultCode Add(
        ref KernelState state, ref Cpu cpu, ref Schedule schedule, in FrameWindow window)
    {
        bool needsQueue =
            window.TimePartition != 0 && cpu.WindowQueues[window.TimePartition].IsNone;
        if (schedule.Count == Limits.FrameWindowsMax
            || (needsQueue && state.WindowQueueCount == KernelState.WindowQueuesMax))
        {
            return Outcome.Resources(Reason.PoolExhausted);
        }
        if (needsQueue)
        {
            cpu.WindowQueues[window.TimePartition] = Link<RunQueue>.To(
                ref state, ref state.WindowQueues[state.WindowQueueCount++]);
        }
        schedule.Append(cpu.Number, in window);
        return ResultCode.Success;
    }
}
