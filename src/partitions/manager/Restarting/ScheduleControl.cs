// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Switches between schedules. Server threads of all CPUs ask, the steward leads through
/// changeovers; none of them waits for another, as the window of either may end at any instruction,
/// and a server thread whose caller has ended stays where it is until somebody else calls it. So
/// whatever one of them plans is refused by the kernel when another one has planned meanwhile, or a
/// schedule has begun: then it looks again.
/// </summary>
/// <typeparam name="TKernel">The kernel.</typeparam>
public struct ScheduleControl<TKernel> where TKernel : struct, IScheduleKernel
{
    // Each attempt that fails is one of somebody else that did not, or a frame that began.
    private const int AttemptsMax = 64;

    private SchedulePlan _plan;
    private uint _begun;
    private ScheduleMoment _changeover;
    private ChangeoverWish _wish;
    private TicksTable _beginTicks;
    private StartTable _restarts;

    // When the last changeover to each schedule began.
    [InlineArray(Limits.SchedulesMax)]
    private struct TicksTable
    {
        private ulong _element;
    }

    // How often each partition was started again.
    [InlineArray(Limits.PartitionsMax)]
    private struct StartTable
    {
        private uint _element;
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
    /// <param name="id">The partition that asks.</param>
    /// <param name="start">Which start of it asks.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode Request(ulong schedule, uint id, uint start)
    {
        var code = new ResultCode(Status.Busy, Reason.ScheduleInUse);
        for (int attempt = 0; attempt < AttemptsMax; attempt++)
        {
            // What it asked for before its restart is nobody's wish any more.
            bool isGone = Volatile.Read(in _restarts[(int)id]) + 1 != start;
            if (isGone) return new ResultCode(Status.Aborted, Reason.NoCaller);
            if (!ScheduleMoment.TryRead<TKernel>(out ScheduleMoment seen)) continue;
            if (seen.Current == 0 || schedule >= _plan.Count)
            {
                return new ResultCode(Status.BadParameter, Reason.BadSchedule);
            }
            if (_plan.IsChangeover((uint)seen.Current - 1))
            {
                if (_wish.TryPut(seen.BeginTicks, (uint)schedule)) return ResultCode.Success;
                if (!_wish.IsClosed(seen.BeginTicks)) continue;
            }
            code = Plan((uint)schedule, in seen);
            if (code.Reason != Reason.ScheduleInUse) return code;
        }
        return code;
    }

    /// <summary>Forgets what a partition has asked for and was not answered, because it ends to
    /// start again.</summary>
    /// <param name="id">Partition id.</param>
    /// <returns>Which start of it comes, the machine's included.</returns>
    public uint CountStart(uint id) => Interlocked.Increment(ref _restarts[(int)id]) + 1;

    /// <summary>Reads the state (GET_MODULE_SCHEDULE_STATUS).</summary>
    /// <param name="current">The schedule in use; all ones: there is none.</param>
    /// <param name="next">The schedule that the next frame uses.</param>
    /// <param name="ticks">When the one in use began.</param>
    /// <returns>Whether partitions are being restarted.</returns>
    public readonly bool Read(out uint current, out uint next, out ulong ticks)
    {
        ScheduleMoment seen = default;
        for (int attempt = 0; attempt < AttemptsMax; attempt++)
        {
            if (ScheduleMoment.TryRead<TKernel>(out seen)) break;
        }
        ticks = seen.BeginTicks;
        current = next = uint.MaxValue;
        if (seen.Current == 0) return false;
        uint kernelSchedule = (uint)seen.Current - 1;
        current = _plan.ScheduleOf(kernelSchedule);
        next = _plan.ScheduleOf((uint)seen.Next - 1);
        if (_plan.IsChangeover(kernelSchedule))
        {
            uint wanted = seen.Next == seen.Current ? _wish.Of(ticks) : 0;
            if (wanted != 0) next = wanted - 1;
            return true;
        }
        ulong begin = Volatile.Read(in _beginTicks[(int)current]);
        if (_plan.HasChangeover(current) && begin != 0) ticks = begin;
        return false;
    }

    /// <summary>The steward is awake: is there work?</summary>
    /// <param name="schedule">The schedule whose beginning restarts partitions.</param>
    /// <returns>Whether they must be restarted now; <see cref="Leave"/> comes after it.</returns>
    public bool Begin(out uint schedule)
    {
        schedule = 0;
        // When a changeover begins right now, it wakes the steward once more.
        if (!ScheduleMoment.TryRead<TKernel>(out ScheduleMoment seen)) return false;
        uint kernelSchedule = (uint)seen.Current - 1;
        if (seen.Current == 0 || !_plan.IsChangeover(kernelSchedule)) return false;
        schedule = _plan.ScheduleOf(kernelSchedule);
        // It was led through this one already, and that one's last frame goes on.
        if (!_wish.Open(seen.BeginTicks)) return false;
        _changeover = seen;
        Volatile.Write(ref _beginTicks[(int)schedule], seen.BeginTicks);
        return true;
    }

    /// <summary>Everybody is new: goes on to the schedule itself, or to another that was asked for
    /// meanwhile. If the kernel refuses, somebody has asked for one since.</summary>
    /// <param name="schedule">The schedule whose changeover it is.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode Leave(uint schedule)
    {
        uint wanted = _wish.Close();
        return Plan(wanted == 0 ? schedule : wanted - 1, in _changeover);
    }

    private readonly ResultCode Plan(uint schedule, in ScheduleMoment seen)
    {
        uint current = _plan.ScheduleOf((uint)seen.Current - 1);
        uint kernelSchedule = _plan.EntryOf(schedule, current);
        uint semaphore = _plan.IsChangeover(kernelSchedule) ? _begun : 0;
        return TKernel.Switch(kernelSchedule, semaphore, in seen);
    }
}
