// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Switches between schedules. Server threads of all CPUs ask, the steward leads through
/// changeovers; none of them waits for another, as the window of either may end at any instruction.
/// What the kernel says counts, and whoever plans a switch looks afterwards whether it crossed the
/// other's.
/// </summary>
/// <typeparam name="TKernel">The kernel.</typeparam>
public struct ScheduleControl<TKernel> where TKernel : struct, IScheduleKernel
{
    private SchedulePlan _plan;
    private uint _begun;
    private int _isRestarting;
    private int _wanted;
    private ulong _handledTicks;
    private TicksTable _beginTicks;

    // When the last changeover to each schedule began.
    [InlineArray(Limits.SchedulesMax)]
    private struct TicksTable
    {
        private ulong _element;
    }

    /// <summary>Begins.</summary>
    /// <param name="plan">The schedules.</param>
    /// <param name="begun">Semaphore that wakes the steward when a changeover begins.</param>
    public void Initialize(in SchedulePlan plan, uint begun)
    {
        _plan = plan;
        _begun = begun;
    }

    /// <summary>Switches to a schedule; the last one asked for counts.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode Request(ulong schedule)
    {
        ulong current = TKernel.Current;
        if (current == 0 || schedule >= _plan.Count)
        {
            return new ResultCode(Status.BadParameter, Reason.BadSchedule);
        }
        uint now = (uint)current - 1;
        if (_plan.IsChangeover(now)) return Postpone((uint)schedule, now);
        ResultCode code = Plan(_plan.EntryOf((uint)schedule, now));
        if (!code.IsSuccess || Volatile.Read(in _isRestarting) == 0) return code;
        // A changeover has begun in between: it comes first.
        Interlocked.Exchange(ref _wanted, (int)schedule + 1);
        uint under = (uint)Volatile.Read(in _isRestarting);
        return under == 0 ? code : Plan(under - 1);
    }

    /// <summary>Reads the state (GET_MODULE_SCHEDULE_STATUS).</summary>
    /// <param name="current">The schedule in use; all ones: there is none.</param>
    /// <param name="next">The schedule that the next frame uses.</param>
    /// <param name="ticks">When the one in use began.</param>
    /// <returns>Whether partitions are being restarted.</returns>
    public readonly bool Read(out uint current, out uint next, out ulong ticks)
    {
        ticks = TKernel.BeginTicks;
        ulong now = TKernel.Current;
        current = next = uint.MaxValue;
        if (now == 0) return false;
        uint kernelSchedule = (uint)now - 1;
        current = _plan.ScheduleOf(kernelSchedule);
        next = _plan.ScheduleOf((uint)TKernel.Next - 1);
        if (_plan.IsChangeover(kernelSchedule))
        {
            int wanted = Volatile.Read(in _wanted);
            if (wanted != 0) next = (uint)wanted - 1;
            return true;
        }
        ulong begin = _beginTicks[(int)current];
        if (_plan.HasChangeover(current) && begin != 0) ticks = begin;
        return false;
    }

    /// <summary>The steward is awake: is there work?</summary>
    /// <param name="schedule">The schedule whose beginning restarts partitions.</param>
    /// <returns>Whether they must be restarted now; <see cref="Leave"/> comes after it.</returns>
    public bool Begin(out uint schedule)
    {
        uint kernelSchedule = (uint)TKernel.Current - 1;
        schedule = _plan.ScheduleOf(kernelSchedule);
        if (!_plan.IsChangeover(kernelSchedule)) return false;
        if (TKernel.BeginTicks == _handledTicks)
        {
            // A wish came when it had left already.
            Leave(schedule);
            return false;
        }
        Interlocked.Exchange(ref _isRestarting, (int)kernelSchedule + 1);
        _beginTicks[(int)schedule] = TKernel.BeginTicks;
        uint next = (uint)TKernel.Next - 1;
        // A wish that was in the making when the changeover began.
        if (next != kernelSchedule)
        {
            Interlocked.CompareExchange(ref _wanted, (int)_plan.ScheduleOf(next) + 1, 0);
        }
        TKernel.Switch(kernelSchedule, 0);
        return true;
    }

    /// <summary>Everybody is new: goes on to the schedule itself, or to another that was asked for
    /// meanwhile.</summary>
    /// <param name="schedule">The schedule whose changeover it is.</param>
    public void Leave(uint schedule)
    {
        _handledTicks = TKernel.BeginTicks;
        int wanted = Interlocked.Exchange(ref _wanted, 0);
        Plan(wanted == 0 ? schedule : _plan.EntryOf((uint)wanted - 1, schedule));
        Interlocked.Exchange(ref _isRestarting, 0);
        wanted = Interlocked.Exchange(ref _wanted, 0);
        if (wanted != 0) Plan(_plan.EntryOf((uint)wanted - 1, schedule));
    }

    // The steward looks for wishes before it leaves. When it has left already, the wish is planned
    // here.
    private ResultCode Postpone(uint schedule, uint changeover)
    {
        Interlocked.Exchange(ref _wanted, (int)schedule + 1);
        if (TKernel.Next == changeover + 1ul) return ResultCode.Success;
        int wanted = Interlocked.Exchange(ref _wanted, 0);
        return wanted == 0 ? ResultCode.Success
            : Plan(_plan.EntryOf((uint)wanted - 1, _plan.ScheduleOf(changeover)));
    }

    private readonly ResultCode Plan(uint kernelSchedule) => TKernel.Switch(
        kernelSchedule, _plan.IsChangeover(kernelSchedule) ? _begun : 0);
}
