// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads priority, period and budget of a partition.</summary>
public static class ScheduleReader
{
    private const byte MachinePriority = 50;
    private const byte NativePriority = 100;
    private const ulong DefaultPeriodNanoseconds = 10_000_000;
    private const ulong PeriodNanosecondsMax = 60_000_000_000;
    private const ulong BudgetNanosecondsMin = 10_000;

    /// <summary>Reads the schedule; what is wrong is reported and replaced by a default.</summary>
    /// <param name="section">The partition.</param>
    /// <param name="isMachine">True for a virtual machine.</param>
    /// <returns>The schedule.</returns>
    public static ScheduleModel Read(SectionReader section, bool isMachine)
    {
        ulong priority =
            section.Number("priority") ?? (isMachine ? MachinePriority : NativePriority);
        ulong period = section.Duration("period") ?? DefaultPeriodNanoseconds;
        ulong budget = section.Duration("budget") ?? period;
        if (section.Has("budget") && !section.Has("period"))
        {
            section.Diagnostics.Error(DiagnosticId.BadBudget, section.MarkOf("budget"),
                "`budget` without `period`", "say how often the budget is full again");
        }
        else if (budget > period)
        {
            section.Diagnostics.Error(DiagnosticId.BadBudget, section.MarkOf("budget"),
                $"the budget {DurationText.Format(budget)} is longer than the period "
                + DurationText.Format(period), "shorten the budget or lengthen the period");
        }

        CheckRange(section, period, budget);
        return new ScheduleModel((byte)priority, period, Math.Min(budget, period));
    }

    private static void CheckRange(SectionReader section, ulong period, ulong budget)
    {
        if (period > PeriodNanosecondsMax)
        {
            section.Diagnostics.Error(DiagnosticId.BadTime, section.MarkOf("period"),
                $"the period {DurationText.Format(period)} is too long",
                $"use at most {DurationText.Format(PeriodNanosecondsMax)}");
        }

        if (budget < BudgetNanosecondsMin)
        {
            section.Diagnostics.Error(DiagnosticId.BadTime, section.MarkOf("budget"),
                $"the budget {DurationText.Format(budget)} is too short to do any work",
                $"use at least {DurationText.Format(BudgetNanosecondsMin)}");
        }
    }
}
