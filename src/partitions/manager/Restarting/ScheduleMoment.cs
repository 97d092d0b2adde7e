// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Manager;

/// <summary>What the kernel says of its schedules, all of it at one moment. A switch that is asked
/// for with it is refused when something has changed since.</summary>
public struct ScheduleMoment
{
    /// <summary>Counter value at which the schedule in use began: no other begins at the
    /// same.</summary>
    public ulong BeginTicks;

    /// <summary>The kernel's schedule in use, plus one; 0: none.</summary>
    public ulong Current;

    /// <summary>The kernel's schedule that the next frame uses, plus one.</summary>
    public ulong Next;

    /// <summary>Looks.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <param name="moment">What was seen.</param>
    /// <returns>False when a schedule began meanwhile: then it does not fit together.</returns>
    public static bool TryRead<TKernel>(out ScheduleMoment moment)
        where TKernel : struct, IScheduleKernel
    {
        moment.BeginTicks = TKernel.BeginTicks;
        moment.Current = TKernel.Current;
        moment.Next = TKernel.Next;
        return moment.BeginTicks == TKernel.BeginTicks;
    }
}
