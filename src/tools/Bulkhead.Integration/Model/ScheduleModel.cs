// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Integration.Model;

/// <summary>Priority, processor and its time of a partition.</summary>
/// <param name="Priority">0 to 255; the highest runnable one runs.</param>
/// <param name="PeriodNanoseconds">Time after which the budget is full again; 0: none
/// given.</param>
/// <param name="BudgetNanoseconds">Processor time in a period; 0: no limit.</param>
public sealed record ScheduleModel(
    byte Priority, ulong PeriodNanoseconds, ulong BudgetNanoseconds)
{
    /// <summary>Processor of its threads.</summary>
    public int Cpu { get; init; }

    /// <summary>In whose windows it runs; null: in the background.</summary>
    public TimePartitionReference? TimePartition { get; init; }

    /// <summary>What happens to it when schedules begin.</summary>
    public IReadOnlyList<ScheduleChangeModel> Changes { get; init; } = [];

    /// <summary>What the description says of the beginning of a schedule.</summary>
    /// <param name="schedule">Name of the schedule.</param>
    /// <returns>The action and where it stands; null when it says nothing.</returns>
    public ScheduleChangeModel? ChangeIn(string schedule) =>
        Changes.FirstOrDefault(change => (change.Schedule ?? schedule) == schedule);

    /// <summary>What happens to it when a schedule begins.</summary>
    /// <param name="schedule">Name of the schedule.</param>
    /// <returns>The action.</returns>
    public ScheduleChangeAction ActionIn(string schedule) =>
        ChangeIn(schedule)?.Action ?? ScheduleChangeAction.Ignore;
}
