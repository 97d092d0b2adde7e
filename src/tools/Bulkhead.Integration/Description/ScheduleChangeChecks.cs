// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Checks which partitions schedules restart when they begin. The partition manager refuses at boot
/// what is refused here.
/// </summary>
public static class ScheduleChangeChecks
{
    /// <summary>Checks a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Run(SystemModel model, DiagnosticBag diagnostics)
    {
        for (int i = 0; i < model.Partitions.Count; i++)
        {
            foreach (ScheduleChangeModel change in model.Partitions[i].Schedule.Changes)
            {
                CheckName(model, change, diagnostics);
                if (change.Action != ScheduleChangeAction.Ignore)
                {
                    CheckPartition(model, i, change, diagnostics);
                }
            }
        }

        CheckSharing(model, diagnostics);
        CheckCapacities(model, diagnostics);
        foreach (MajorFrameModel schedule in model.Schedules)
        {
            CheckTime(model, schedule, diagnostics);
        }
    }

    private static void CheckName(
        SystemModel model, ScheduleChangeModel change, DiagnosticBag diagnostics)
    {
        string[] names = [.. model.Schedules.Select(schedule => schedule.Name)];
        if (change.Schedule is null ? names.Length > 0 : names.Contains(change.Schedule))
        {
            return;
        }

        string? guess = Spelling.Closest(change.Schedule ?? "", names);
        diagnostics.Error(DiagnosticId.UnknownSchedule, change.Mark,
            change.Schedule is null ? "there are no schedules that could begin"
                : $"there is no schedule `{change.Schedule}`",
            guess is not null ? $"did you mean `{guess}`?"
                : names.Length == 0 ? "add `schedules`, or remove `schedule-change`"
                : $"use one of {string.Join(", ", names)}");
    }

    private static void CheckPartition(
        SystemModel model, int index, ScheduleChangeModel change, DiagnosticBag diagnostics)
    {
        PartitionModel partition = model.Partitions[index];
        if (partition.Schedule.TimePartition is null)
        {
            Refuse(partition, change, "it has no windows of its own: it runs in the background, "
                + "from where nothing keeps it until it is new",
                "give it a `time-partition` and windows", diagnostics);
        }

        if (partition is VirtualMachineModel && change.Action == ScheduleChangeAction.WarmStart)
        {
            Refuse(partition, change, "a guest's memory is of no use to a guest that starts",
                "write cold-start", diagnostics);
        }

        ChannelModel? call = model.Channels.FirstOrDefault(channel => channel.ToIndex == index);
        if (index == model.Console?.ServerIndex)
        {
            Refuse(partition, change, "it serves the console", "remove `schedule-change`",
                diagnostics);
        }
        else if (call is not null)
        {
            Refuse(partition, change,
                $"`{model.Partitions[call.FromIndex].Name}` calls it, and a caller runs the code "
                + "of whom it calls on its own time", "remove the channel or `schedule-change`",
                diagnostics);
        }
    }

    // Their windows are one and the same: either nobody runs in them until all are new, or all do.
    private static void CheckSharing(SystemModel model, DiagnosticBag diagnostics)
    {
        foreach (MajorFrameModel schedule in model.Schedules)
        {
            foreach (PartitionModel partition in model.Partitions.Where(p =>
                p.Schedule.ActionIn(schedule.Name) != ScheduleChangeAction.Ignore))
            {
                PartitionModel? other = model.Partitions.FirstOrDefault(p =>
                    p.Schedule.TimePartition is not null
                    && p.Schedule.TimePartition.Name == partition.Schedule.TimePartition?.Name
                    && p.Schedule.ActionIn(schedule.Name) == ScheduleChangeAction.Ignore);
                if (other is not null)
                {
                    Refuse(partition, partition.Schedule.ChangeIn(schedule.Name)!,
                        $"`{other.Name}`, which is to go on, shares its windows in schedule "
                        + $"`{schedule.Name}`",
                        "restart both, or give them time partitions of their own", diagnostics);
                }
            }
        }
    }

    private static void CheckCapacities(SystemModel model, DiagnosticBag diagnostics)
    {
        int changeovers = model.Schedules.Count(model.HasRestarts);
        ScheduleChangeModel? first = model.Partitions.SelectMany(p => p.Schedule.Changes)
            .FirstOrDefault(change => change.Action != ScheduleChangeAction.Ignore);
        if (changeovers == 0 || first is null)
        {
            return;
        }

        if (model.Schedules.Count + changeovers > Limits.SchedulesMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, first.Mark,
                $"{changeovers} of {model.Schedules.Count} schedules restart partitions and take "
                + $"two places each, the kernel has {Limits.SchedulesMax}",
                "remove a schedule, or name the schedules in `schedule-change`");
        }

        if (model.TimePartitions.Count == Limits.TimePartitionsMax - 1)
        {
            diagnostics.Error(DiagnosticId.TooMany, first.Mark,
                "the partition manager needs a time partition to restart in, and all "
                + $"{Limits.TimePartitionsMax - 1} are in use", "let partitions share one");
        }
    }

    // The manager's thread is on processor 0.
    private static void CheckTime(
        SystemModel model, MajorFrameModel schedule, DiagnosticBag diagnostics)
    {
        bool hasTime = !model.HasRestarts(schedule) || schedule.WindowsOf(0).Any(window =>
            window.TimePartition.Length == 0 || model.Partitions.Any(p =>
                p.Schedule.TimePartition?.Name == window.TimePartition
                && p.Schedule.ActionIn(schedule.Name) != ScheduleChangeAction.Ignore));
        if (!hasTime)
        {
            diagnostics.Error(DiagnosticId.NoRestartTime, schedule.Mark,
                $"when `{schedule.Name}` begins, nobody has time to restart partitions: processor "
                + "0 has no window of theirs and none of the background",
                "add `- { duration: 500 us }` to its windows");
        }
    }

    private static void Refuse(
        PartitionModel partition,
        ScheduleChangeModel change,
        string reason,
        string remedy,
        DiagnosticBag diagnostics) => diagnostics.Error(DiagnosticId.CannotRestart, change.Mark,
            $"`{partition.Name}` cannot be restarted by a schedule: {reason}", remedy);
}
