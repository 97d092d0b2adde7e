// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// What the hypercalls of a list become in a trace. Arguments keep their meaning; what names code,
/// stacks or times becomes the follower's: threads and portals enter it, each thread has a stack of
/// its own by which it is known, deadlines are beginnings of epochs, budgets last, messages hold no
/// register groups, and domains may have the tables that the follower's pages need.
/// </summary>
/// <param name="follower">Where the follower's code is.</param>
/// <param name="clock">The list's time.</param>
internal sealed class CallTranslation(FollowerPlace follower, ListClock clock)
{
    // For the pages of the follower and of the guest, and what leads there.
    private const ushort FollowerTables = 3;

    private int _threadCount;

    /// <summary>Translates a hypercall.</summary>
    /// <param name="index">The event's index in the list.</param>
    /// <param name="value">The event.</param>
    /// <returns>The event of the trace.</returns>
    internal SimulationEvent Translate(int index, in SimulationEvent value)
    {
        SimulationEvent call = value;
        if (value.Kind == EventKind.TimedHypercall)
        {
            call.Kind = EventKind.Hypercall;
            call.Words[value.DeadlineWord] += clock.Before(index);
        }
        // There is no hypercall with any of these numbers.
        if (call.Detail >= ReplayLayout.HypercallsMax) call.Detail = ReplayLayout.HypercallsMax - 1;
        TranslateWords((Hypercall)call.Detail, index, ref call.Words);
        return call;
    }

    private void TranslateWords(Hypercall number, int index, ref EventWords x)
    {
        switch (number)
        {
            case Hypercall.SemaphoreDown:
                x[1] = clock.Translate(x[1], index);
                break;
            case Hypercall.CallUntil:
                x[9] = clock.Translate(x[9], index);
                break;
            case Hypercall.Reply:
                TranslateReply(ref x);
                break;
            case Hypercall.CreateDomain:
                x[2] = WithTables(x[2]);
                break;
            case Hypercall.CreateThread:
                if (x[3] == HypercallArguments.Stack)
                {
                    x[3] = ReplayLayout.StackTopOf(_threadCount++);
                }
                if (x[4] != 0) x[4] = follower.Follow;
                break;
            case Hypercall.CreatePortal:
                x[2] = follower.Follow;
                // A message of registers would be of each processor's own.
                if ((x[4] & ~(ulong)RegisterGroups.All) == 0) x[4] = 0;
                break;
            case Hypercall.CreateSchedulingContext:
                x[3] = Longer(x[3]);
                x[4] = Longer(x[4]);
                break;
            case Hypercall.AddWindow:
                if (x[4] > SimulatedClock.FrequencyHz >> 16) x[4] = Longer(x[4]);
                break;
            case Hypercall.SwitchSchedule:
                // When the schedule in use began is each world's own time.
                x[1] = (uint)x[1];
                break;
            default:
                break;
        }
    }

    // Register groups are each processor's own; a faulting thread goes on in the follower.
    private void TranslateReply(ref EventWords x)
    {
        ExitAction action = (ExitAction)x[2];
        if ((action & ExitAction.Redirect) != 0)
        {
            x[2] = (ulong)(action & ~ExitAction.SetRegisters);
            x[7] = follower.Follow;
        }
        else if ((action & ExitAction.SetRegisters) != 0)
        {
            x[7] = 0;
        }
    }

    // A budget stays shorter than its period, or longer.
    private static ulong Longer(ulong ticks) =>
        ticks is 0 or >= ReplayTime.BudgetTicksMin ? ticks : ticks + ReplayTime.BudgetTicksMin;

    private static ulong WithTables(ulong value)
    {
        DomainQuota quota = new(value);
        bool canHaveMore = value <= uint.MaxValue && quota.TablePages != 0
            && quota.TablePages <= ushort.MaxValue - FollowerTables;
        return canHaveMore
            ? new DomainQuota((ushort)(quota.TablePages + FollowerTables), quota.Objects).Value
            : value;
    }
}
