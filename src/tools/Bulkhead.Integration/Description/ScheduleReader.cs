// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads priority, processor, period, budget and time partition of a
/// partition.</summary>
public static class ScheduleReader
{
    private const byte MachinePriority = 50;
    private const byte NativePriority = 100;
    private const ulong PeriodNanosecondsMin = 100_000;
    private const ulong PeriodNanosecondsMax = 60_000_000_000;
    private const ulong BudgetNanosecondsMin = 10_000;

    /// <summary>Reads the schedule; what is wrong is reported and replaced by a default.</summary>
    /// <param name="section">The partition.</param>
    /// <param name="owner">The partition, for messages: <c>partition `linux`</c>.</param>
    /// <param name="isMachine">True for a virtual machine.</param>
    /// <param name="cpuCount">Processors that run.</param>
    /// <returns>The schedule.</returns>
    public static ScheduleModel Read(
        SectionReader section, string owner, bool isMachine, int cpuCount)
    {
        ulong priority =
            section.Number("priority") ?? (isMachine ? MachinePriority : NativePriority);
        (ulong? period, ulong? budget) = ReadTimes(section);
        return new ScheduleModel((byte)priority, period ?? 0, budget ?? 0)
        {
            Cpu = ProcessorReference.Read(section, "cpu", owner, cpuCount),
            TimePartition = ReadTimePartition(section),
            Changes = ScheduleChangeReader.Read(section),
        };
    }

    /// <summary>Reads period and budget; what is wrong is reported.</summary>
    /// <param name="section">A partition or a thread.</param>
    /// <returns>The two in nanoseconds, null when absent.</returns>
    public static (ulong? Period, ulong? Budget) ReadTimes(SectionReader section)
    {
        ulong? period = section.Duration("period");
        ulong? budget = section.Duration("budget");
        if (section.Has("budget") && !section.Has("period"))
        {
            section.Diagnostics.Error(DiagnosticId.BadBudget, section.MarkOf("budget"),
                "`budget` without `period`", "say how often the budget is full again");
        }
        else if (budget > period)
        {
            section.Diagnostics.Error(DiagnosticId.BadBudget, section.MarkOf("budget"),
                $"the budget {DurationText.Format(budget.Value)} is longer than the period "
                + DurationText.Format(period.Value), "shorten the budget or lengthen the period");
        }

        CheckRange(section, "period", period, PeriodNanosecondsMin);
        CheckRange(section, "budget", budget, BudgetNanosecondsMin);
        return (period, budget);
    }

    /// <summary>Reads the name of a time partition; one that is not usable is reported.</summary>
    /// <param name="section">A partition or a window.</param>
    /// <returns>The name, or null when there is none.</returns>
    public static TimePartitionReference? ReadTimePartition(SectionReader section)
    {
        ScalarNode? scalar = section.Scalar("time-partition");
        if (scalar is null)
        {
            return null;
        }

        if (!NameText.IsName(scalar.Text))
        {
            section.Diagnostics.Error(DiagnosticId.BadName, scalar.Mark,
                $"`{scalar.Text}` is not a usable name of a time partition", NameText.Rule);
            return null;
        }

        return new TimePartitionReference(scalar.Text, scalar.Mark);
    }

    private static void CheckRange(
        SectionReader section, string key, ulong? value, ulong minimum)
    {
        if (value < minimum || value > PeriodNanosecondsMax)
        {
            section.Diagnostics.Error(DiagnosticId.BadTime, section.MarkOf(key),
                $"a {key} of {DurationText.Format(value.Value)} cannot be kept",
                $"use {DurationText.Format(minimum)} to "
                + DurationText.Format(PeriodNanosecondsMax));
        }
    }
}
