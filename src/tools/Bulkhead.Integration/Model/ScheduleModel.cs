// SPDX-License-Identifier: MIT
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
}
