// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Scheduling;

/// <summary>
/// The course of the windows. Each begins where the one before it ends, however late that is
/// noticed, so that a major frame is as long as its windows together.
/// </summary>
internal static class Windows
{
    /// <summary>The window that is open; null: there is no schedule yet.</summary>
    internal static FrameWindow? Open(SpecificationState state) =>
        state.Frame.Schedule == 0
            ? null
            : state.Schedules[state.Frame.Schedule - 1].Windows[state.Frame.Window];

    /// <summary>Whether some window names a time partition.</summary>
    internal static bool Name(SpecificationState state, ulong timePartition)
    {
        foreach (Schedule schedule in state.Schedules)
        {
            foreach (FrameWindow window in schedule.Windows)
            {
                if (window.TimePartition == timePartition) return true;
            }
        }
        return false;
    }

    /// <summary>Whether a time partition may run now: the background unless the open window is
    /// another's alone, any other while a window of its own is open.</summary>
    internal static bool Admit(SpecificationState state, byte timePartition)
    {
        if (Open(state) is not { } window) return timePartition == 0;
        return timePartition == window.TimePartition
            || (timePartition == 0 && !window.IsExclusive);
    }

    /// <summary>A major frame begins, that of the next schedule.</summary>
    internal static void BeginFrame(Step step, ulong ticks)
    {
        MajorFrame frame = step.State.Frame;
        bool isOther = frame.Schedule != frame.NextSchedule;
        SetFrame(
            step,
            frame with
            {
                Schedule = frame.NextSchedule,
                Window = 0,
                ScheduleTicks = isOther ? ticks : frame.ScheduleTicks,
                FrameTicks = ticks,
                Semaphore = ObjectId.None,
            });
        // A count that is full stays as it is.
        if (step.Find<Semaphore>(frame.Semaphore) is { } semaphore)
        {
            WaitQueue.Raise(step, semaphore.Id);
        }
        Enter(step, 0, ticks);
    }

    /// <summary>The open window ends: the next one opens, or the next frame begins.</summary>
    internal static void End(Step step, ulong ticks)
    {
        MajorFrame frame = step.State.Frame;
        int next = frame.Window + 1;
        if (next < step.State.Schedules[frame.Schedule - 1].Windows.Length)
        {
            Enter(step, next, ticks);
        }
        else
        {
            BeginFrame(step, ticks);
        }
    }

    /// <summary>Nothing is raised any more when the next frame begins.</summary>
    internal static void Forget(Step step, ObjectId semaphore)
    {
        if (step.State.Frame.Semaphore != semaphore) return;
        SetFrame(step, step.State.Frame with { Semaphore = ObjectId.None });
    }

    private static void Enter(Step step, int window, ulong ticks)
    {
        SetFrame(step, step.State.Frame with { Window = window });
        step.MustChoose = true;
        Deadlines.Set(step, ticks + Open(step.State)!.Value.DurationTicks, ObjectId.None);
    }

    private static void SetFrame(Step step, MajorFrame frame) =>
        step.State = step.State with { Frame = frame };
}
