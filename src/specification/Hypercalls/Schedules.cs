// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Schedules: what they consist of, and which one is in use.</summary>
internal static class Schedules
{
    internal static Answer AddWindow(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.Find<SystemObject>(0, Rights.SystemConfigure, out _);
        if (reason == Reason.None) reason = CheckSchedule(step.State.Frame, request[1]);
        if (reason == Reason.None) reason = CheckWindow(in request);
        if (reason != Reason.None) return Answer.Refused(reason);
        FrameWindow window = new(
            request[4], (byte)request[3], request[5] == (ulong)FrameWindowFlags.Exclusive);
        int number = (int)request[1];
        ImmutableArray<FrameWindow> windows = step.State.Schedules[number].Windows;
        if (windows.Length == Limits.FrameWindowsMax || !HasRoom(step.State, window))
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        step.State = step.State with
        {
            Schedules = step.State.Schedules.SetItem(number, new Schedule(windows.Add(window))),
        };
        return Answer.Done;
    }

    internal static Answer SwitchSchedule(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.Find<SystemObject>(0, Rights.SystemSchedule, out _);
        if (reason != Reason.None) return Answer.Refused(reason);
        uint number = (uint)request[1];
        if (number >= Limits.SchedulesMax
            || step.State.Schedules[(int)number].Windows.IsEmpty)
        {
            return Answer.Refused(Reason.BadSchedule);
        }
        reason = request.FindRaised(2, out ObjectId raised);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (!IsExpected(in request)) return Answer.Refused(Reason.ScheduleInUse);
        step.State = step.State with
        {
            Frame = step.State.Frame with
            {
                NextSchedule = (int)number + 1,
                Semaphore = raised,
            },
        };
        if (step.State.Frame.Schedule == 0) Windows.BeginFrame(step, step.State.NowTicks);
        return Answer.Done;
    }

    // Who expects nothing is never wrong.
    private static bool IsExpected(in Request request)
    {
        MajorFrame frame = request.Step.State.Frame;
        ulong next = request[1] >> 32;
        return next == 0
            || (next == (ulong)frame.NextSchedule && request[3] == frame.ScheduleTicks);
    }

    private static Reason CheckSchedule(MajorFrame frame, ulong number)
    {
        if (number >= Limits.SchedulesMax) return Reason.BadSchedule;
        int name = (int)number + 1;
        return name == frame.Schedule || name == frame.NextSchedule
            ? Reason.ScheduleInUse
            : Reason.None;
    }

    // There is one CPU. An exclusive window of the background would be a contradiction.
    private static Reason CheckWindow(in Request request)
    {
        if (request[2] != 0) return Reason.BadWindow;
        if (request[3] >= Limits.TimePartitionsMax) return Reason.BadTimePartition;
        UInt128 duration = request[4];
        ulong frequency = request.Step.State.Capacities.CounterFrequency;
        if (duration * FrameWindow.MostPerSecond < frequency || duration > FrameWindow.TicksMax)
        {
            return Reason.BadWindow;
        }
        bool isKnown = (FrameWindowFlags)request[5] switch
        {
            FrameWindowFlags.None => true,
            FrameWindowFlags.Exclusive => request[3] != 0,
            _ => false,
        };
        return isKnown ? Reason.None : Reason.BadWindow;
    }

    // The kernel keeps the turns of each time partition apart, and has room for so many.
    private static bool HasRoom(SpecificationState state, FrameWindow window)
    {
        if (window.TimePartition == 0 || Windows.Name(state, window.TimePartition)) return true;
        int count = 0;
        for (ulong other = 1; other < Limits.TimePartitionsMax; other++)
        {
            if (Windows.Name(state, other)) count++;
        }
        return count < state.Capacities.WindowQueuesMax;
    }
}
