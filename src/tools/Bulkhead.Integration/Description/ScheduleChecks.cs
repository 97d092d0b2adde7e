// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Checks that every partition gets its time: time partitions have windows, periods fit the frames,
/// and windows give the budgets.
/// </summary>
public static class ScheduleChecks
{
    /// <summary>Checks a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Run(SystemModel model, DiagnosticBag diagnostics)
    {
        CheckCount(model, diagnostics);
        ReportUnknown(model, diagnostics);
        foreach (PartitionModel partition in model.Partitions)
        {
            if (partition.Schedule.TimePartition is TimePartitionReference owner)
            {
                foreach (int cpu in partition.Cpus)
                {
                    CheckPartition(model, partition, owner, cpu, diagnostics);
                }
            }
        }
    }

    // The background is one of the kernel's time partitions.
    private static void CheckCount(SystemModel model, DiagnosticBag diagnostics)
    {
        IReadOnlyList<string> names = model.TimePartitions;
        if (names.Count >= Limits.TimePartitionsMax)
        {
            string name = names[Limits.TimePartitionsMax - 1];
            diagnostics.Error(DiagnosticId.TooMany,
                model.Partitions.First(p => p.Schedule.TimePartition?.Name == name)
                    .Schedule.TimePartition!.Mark,
                $"there are {names.Count} time partitions, the kernel has room for "
                + $"{Limits.TimePartitionsMax - 1}", "let partitions share one");
        }
    }

    private static void ReportUnknown(SystemModel model, DiagnosticBag diagnostics)
    {
        foreach (FrameWindowModel window in model.Schedules.SelectMany(s => s.Windows)
            .Where(w => w.TimePartition.Length > 0
                && !model.TimePartitions.Contains(w.TimePartition)))
        {
            string? guess = Spelling.Closest(window.TimePartition, model.TimePartitions);
            diagnostics.Error(DiagnosticId.UnknownTimePartition, window.Mark,
                $"no partition is in the time partition `{window.TimePartition}`",
                guess is not null ? $"did you mean `{guess}`?"
                    : $"write `time-partition: {window.TimePartition}` in a partition");
        }
    }

    private static void CheckPartition(
        SystemModel model,
        PartitionModel partition,
        TimePartitionReference owner,
        int cpu,
        DiagnosticBag diagnostics)
    {
        if (!model.Schedules.Any(schedule => schedule.HasWindow(owner.Name, cpu)))
        {
            ReportIdle(model, partition, owner, cpu, diagnostics);
            return;
        }

        foreach (MajorFrameModel schedule in model.Schedules)
        {
            if (schedule.HasWindow(owner.Name, cpu))
            {
                foreach (Reservation reservation in Reservation.Of(partition, cpu))
                {
                    CheckPeriods(schedule, reservation, owner.Name, cpu, diagnostics);
                }
            }
            else
            {
                diagnostics.Warning(DiagnosticId.TimePartitionPaused, owner.Mark,
                    $"schedule `{schedule.Name}` has no window for `{owner.Name}`"
                    + On(model, cpu) + ": "
                    + $"`{partition.Name}` stands still while it is active",
                    $"add a window to `{schedule.Name}`, or mean it");
            }
        }
    }

    private static void ReportIdle(
        SystemModel model,
        PartitionModel partition,
        TimePartitionReference owner,
        int cpu,
        DiagnosticBag diagnostics)
    {
        string[] known = [.. model.Schedules.SelectMany(s => s.Windows)
            .Select(w => w.TimePartition).Where(name => name.Length > 0)];
        string? guess = known.Contains(owner.Name) ? null : Spelling.Closest(owner.Name, known);
        string reason = model.Schedules.Count == 0 ? "there are no schedules"
            : "no window of any schedule is for it" + On(model, cpu);
        string key = cpu == 0 ? "" : $", cpu: {cpu}";
        diagnostics.Error(DiagnosticId.TimePartitionNeverRuns, owner.Mark,
            $"`{partition.Name}` would never run: it is in the time partition `{owner.Name}` and "
            + reason,
            guess is not null ? $"did you mean `{guess}`?"
                : $"add `- {{ time-partition: {owner.Name}, duration: 500 us{key} }}` to the "
                + "windows of a schedule, or remove `time-partition`");
    }

    private static string On(SystemModel model, int cpu) =>
        model.CpuCount > 1 ? $" on processor {cpu}" : "";

    private static void CheckPeriods(
        MajorFrameModel schedule,
        Reservation reservation,
        string timePartition,
        int cpu,
        DiagnosticBag diagnostics)
    {
        ulong period = reservation.PeriodNanoseconds;
        ulong frame = schedule.Nanoseconds;
        if (period == 0)
        {
            return;
        }

        if (frame % period != 0)
        {
            diagnostics.Error(DiagnosticId.PeriodNotHarmonic, reservation.Mark,
                $"the period {DurationText.Format(period)} of `{reservation.Name}` does not divide "
                + $"the frame {DurationText.Format(frame)} of schedule `{schedule.Name}`: it would "
                + "drift through its windows",
                "use a period that goes into the frame without a rest, or another frame");
            return;
        }

        ulong budget = reservation.BudgetNanoseconds;
        for (ulong start = 0; start < frame; start += period)
        {
            ulong given = schedule.TimeOf(timePartition, cpu, start, start + period);
            if (given < budget)
            {
                ReportShortfall(schedule, reservation, start, given, diagnostics);
                return;
            }
        }
    }

    // The first period is told; the others often lack the same.
    private static void ReportShortfall(
        MajorFrameModel schedule,
        Reservation reservation,
        ulong start,
        ulong given,
        DiagnosticBag diagnostics)
    {
        ulong budget = reservation.BudgetNanoseconds;
        diagnostics.Error(DiagnosticId.WindowShortfall, reservation.Mark,
            $"`{reservation.Name}` lacks {MicrosecondText.Format(budget - given)} in the period "
            + $"that starts at {MicrosecondText.Format(start)} of schedule `{schedule.Name}`: its "
            + $"windows give {MicrosecondText.Format(given)}, its budget is "
            + MicrosecondText.Format(budget),
            "make its windows longer there, or its budget smaller");
    }
}
