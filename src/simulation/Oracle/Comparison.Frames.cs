// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Specification;
using FrameWindow = Bulkhead.Specification.Scheduling.FrameWindow;
using MajorFrame = Bulkhead.Specification.Scheduling.MajorFrame;
using Windows = Bulkhead.Specification.Scheduling.Windows;

namespace Bulkhead.Simulation.Oracle;

/// <content>Schedules, the open window, and who may run in it.</content>
internal sealed partial class Comparison
{
    private void CompareFrame(SpecificationState state)
    {
        MajorFrame frame = state.Frame;
        ref Cpu cpu = ref Kernel.Cpus[0];
        Same("schedule in use", frame.Schedule, cpu.Schedule);
        Same("next schedule", frame.NextSchedule, Kernel.NextSchedule);
        Same("begin of the schedule", frame.ScheduleTicks, cpu.ScheduleTicks);
        Same("begin of the frame", frame.FrameTicks, cpu.FrameTicks);
        Same(
            "semaphore of the next schedule", frame.Semaphore,
            names.NameOf(Kernel.ScheduleSemaphore.Offset));
        CompareWindow(state, ref cpu);
        CompareAdmission(state, ref cpu);
    }

    private void CompareWindow(SpecificationState state, ref Cpu cpu)
    {
        if (state.Frame.Schedule == 0)
        {
            Same("open window", 0, cpu.Window);
            return;
        }
        Same("place of the open window", state.Frame.Window, PlaceOf(ref cpu));
        foreach (Specification.Scheduling.Deadline deadline in state.Deadlines)
        {
            if (!deadline.Subject.IsNone) continue;
            Same("end of the open window", deadline.Ticks, cpu.WindowEndTicks);
        }
        Same("whether the open window ends", true, cpu.WindowEndTicks != ulong.MaxValue);
    }

    // How many windows of the schedule come before the open one.
    private int PlaceOf(ref Cpu cpu)
    {
        ref Schedule schedule = ref Kernel.Schedules[cpu.Schedule - 1];
        int number = schedule.First[cpu.Number];
        for (int place = 0; place < schedule.Count && number != 0; place++)
        {
            if (number == cpu.Window) return place;
            number = schedule.Windows[number - 1].Next;
        }
        return -1;
    }

    private void CompareAdmission(SpecificationState state, ref Cpu cpu)
    {
        for (byte index = 0; index < Limits.TimePartitionsMax; index++)
        {
            bool isAdmitted = ((cpu.Eligible >> index) & 1) != 0;
            Same($"time partition {index} may run", Windows.Admit(state, index), isAdmitted);
        }
        byte own = Windows.Open(state)?.TimePartition ?? 0;
        uint queue = own == 0 ? 0 : QueueOf(own).Offset;
        Same("run queue of the open window", queue, cpu.Windowed.Offset);
        Same("who pays", state.Payer, names.NameOf(cpu.Current.Offset));
    }

    private Link<RunQueue> QueueOf(byte timePartition)
    {
        ref Cpu cpu = ref Kernel.Cpus[0];
        return timePartition == 0
            ? Link<RunQueue>.To(ref Kernel, ref cpu.Queue)
            : cpu.WindowQueues[timePartition];
    }

    private void CompareSchedules(SpecificationState state)
    {
        for (int index = 0; index < Limits.SchedulesMax; index++)
        {
            ref Schedule row = ref Kernel.Schedules[index];
            Same($"windows of schedule {index}", state.Schedules[index].Windows.Length, row.Count);
            int number = row.First[0];
            foreach (FrameWindow window in state.Schedules[index].Windows)
            {
                Kernel.Scheduling.FrameWindow actual = row.Windows[number - 1];
                Same(
                    $"window {number} of schedule {index}", window,
                    new FrameWindow(
                        actual.DurationTicks, actual.TimePartition, actual.IsExclusive != 0));
                number = actual.Next;
            }
            Same($"window behind the last of schedule {index}", 0, number);
        }
        for (byte index = 1; index < Limits.TimePartitionsMax; index++)
        {
            Same(
                $"whether a window names time partition {index}", Windows.Name(state, index),
                !QueueOf(index).IsNone);
        }
    }
}
