// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>Processor time that a thread is promised.</summary>
/// <param name="Name">Whose it is, for messages: a partition, or a partition and its
/// thread.</param>
/// <param name="Mark">Where it stands in the description.</param>
/// <param name="PeriodNanoseconds">Time after which the budget is full again; 0: none.</param>
/// <param name="BudgetNanoseconds">Processor time in a period; 0: no limit.</param>
public sealed record Reservation(
    string Name, SourceMark Mark, ulong PeriodNanoseconds, ulong BudgetNanoseconds)
{
    /// <summary>Share of the processor; 0 without a limit.</summary>
    public double Share => BudgetNanoseconds == 0
        ? 0 : BudgetNanoseconds / (double)PeriodNanoseconds;

    /// <summary>Those of a partition's main thread and of the threads that it declares.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="cpu">Their processor.</param>
    /// <returns>The main thread's first, when it is there.</returns>
    public static IEnumerable<Reservation> Of(PartitionModel partition, int cpu)
    {
        ScheduleModel main = partition.Schedule;
        if (main.Cpu == cpu)
        {
            yield return new(
                partition.Name, partition.Mark, main.PeriodNanoseconds, main.BudgetNanoseconds);
        }

        foreach (ThreadModel thread in partition.Threads.Where(thread => thread.Cpu == cpu))
        {
            yield return new(
                $"{partition.Name}/{thread.Name}", thread.Mark, thread.PeriodNanoseconds,
                thread.BudgetNanoseconds);
        }
    }
}
