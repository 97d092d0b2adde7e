// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>
/// The course of a CPU's windows. Each begins where the one before it ends, however late the timer
/// is heard of, so that no error adds up. (ARINC 653 part 1, 2.3.1; part 2, module schedules.)
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class MajorFrame<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Plans the switch to a schedule: at once when there is none yet, else at the next
    /// boundary that no CPU can have passed. All CPUs' frames lie on one grid.</summary>
    internal static ResultCode Plan(
        ref KernelState state, ref ExecutionContext current, byte schedule,
        Link<Semaphore> semaphore)
    {
        ref Cpu cpu = ref current.Cpu.In(ref state);
        Standstill<TAsp>.HoldAll(ref state, uint.MaxValue);
        for (int number = 0; number < state.Shared.CpuCount; number++)
        {
            // It has not heard yet of the end of its frame, at which the last switch was.
            if (state.Cpus[number].Schedule != cpu.Schedule) return Outcome.Again;
        }
        // Who plans by what he has seen may have been stopped since, for any time.
        ulong expected = current.Frame[1] >> 32;
        bool isOther = expected != state.NextSchedule || current.Frame[3] != cpu.ScheduleTicks;
        if (expected != 0 && isOther) return Outcome.Busy(Reason.ScheduleInUse);
        ulong now = TAsp.Now;
        state.NextSchedule = schedule;
        state.ScheduleSemaphore = semaphore;
        if (cpu.Schedule != 0)
        {
            ulong length = state.Schedules[cpu.Schedule - 1].Lengths[cpu.Number];
            state.SwitchTicks = now + length - ((now - cpu.FrameTicks) % length);
            return ResultCode.Success;
        }
        for (int number = 0; number < state.Shared.CpuCount; number++)
        {
            Begin(ref state, ref state.Cpus[number], now);
        }
        return ResultCode.Success;
    }

    // A frame begins: the next schedule's first, when it is time for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Begin(ref KernelState state, ref Cpu cpu, ulong ticks)
    {
        if (ticks >= state.SwitchTicks)
        {
            if (cpu.Schedule != state.NextSchedule) cpu.ScheduleTicks = ticks;
            cpu.Schedule = state.NextSchedule;
            if (cpu.Number == 0 && !state.ScheduleSemaphore.IsNone)
            {
                SemaphoreQueue<TAsp>.Raise(ref state, state.ScheduleSemaphore, ref cpu);
                state.ScheduleSemaphore = default;
            }
        }
        cpu.FrameTicks = ticks;
        Open(ref state, ref cpu, state.Schedules[cpu.Schedule - 1].First[cpu.Number], ticks);
    }

    /// <summary>A window's end was reached: the next one begins.</summary>
    internal static void EndWindow(ref KernelState state, ref Cpu cpu)
    {
        ulong ticks = cpu.WindowEndTicks;
        byte next = state.Schedules[cpu.Schedule - 1].Windows[cpu.Window - 1].Next;
        if (next == 0) Begin(ref state, ref cpu, ticks);
        else Open(ref state, ref cpu, next, ticks);
    }

    private static void Open(ref KernelState state, ref Cpu cpu, byte number, ulong ticks)
    {
        ref FrameWindow window = ref state.Schedules[cpu.Schedule - 1].Windows[number - 1];
        cpu.Window = number;
        cpu.Windowed = window.TimePartition == 0 ? default : cpu.WindowQueues[window.TimePartition];
        cpu.Eligible = (ushort)((1u << window.TimePartition) | (1u - window.IsExclusive));
        cpu.MustDispatch = 1;
        cpu.WindowEndTicks = ticks + window.DurationTicks;
    }
}
