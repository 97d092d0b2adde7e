// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Shows a schedule as text: a bar over the frame and the share of it for each time partition, then
/// the windows with their times, for each processor.
/// </summary>
/// <param name="model">The system.</param>
public sealed class ScheduleTimeline(SystemModel model)
{
    private const int BarWidth = 50;
    private const int NameWidth = 12;
    private const string BackgroundName = "background";

    private static readonly (ScheduleChangeAction Action, string Words)[] s_actions =
    [
        (ScheduleChangeAction.ColdStart, "cold start"),
        (ScheduleChangeAction.WarmStart, "warm start"),
    ];

    /// <summary>Draws every schedule of the system.</summary>
    /// <returns>Lines; none when nothing is scheduled by time.</returns>
    public IReadOnlyList<string> Draw()
    {
        List<string> lines = [];
        for (int i = 0; i < model.Schedules.Count; i++)
        {
            string use = i == 0 ? "active from the start" : $"number {i}";
            lines.AddRange(Draw(model.Schedules[i], use));
        }

        return lines;
    }

    private IEnumerable<string> Draw(MajorFrameModel schedule, string use)
    {
        yield return $"schedule {schedule.Name}: frame "
            + $"{MicrosecondText.Format(schedule.Nanoseconds)}, "
            + $"{schedule.Windows.Count} windows, {use}";
        foreach (string line in Restarts(schedule))
        {
            yield return line;
        }

        for (int cpu = 0; cpu < model.CpuCount; cpu++)
        {
            foreach (string line in Draw(schedule, cpu))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Restarts(MajorFrameModel schedule)
    {
        foreach ((ScheduleChangeAction action, string words) in s_actions)
        {
            string[] names = [.. model.Partitions
                .Where(p => p.Schedule.ActionIn(schedule.Name) == action).Select(p => p.Name)];
            if (names.Length > 0)
            {
                yield return $"  when it begins: {words} of {string.Join(", ", names)}";
            }
        }
    }

    private IEnumerable<string> Draw(MajorFrameModel schedule, int cpu)
    {
        if (model.CpuCount > 1)
        {
            yield return $" processor {cpu}";
        }

        foreach (string timePartition in model.TimePartitions.Where(name =>
            schedule.HasWindow(name, cpu) || Partitions(name, cpu).Any()))
        {
            yield return Row(schedule, cpu, timePartition);
        }

        yield return Row(schedule, cpu, "");
        ulong start = 0;
        foreach (FrameWindowModel window in schedule.WindowsOf(cpu))
        {
            yield return $"  {MicrosecondText.Format(start),12} + "
                + $"{MicrosecondText.Format(window.DurationNanoseconds),11}  "
                + Shown(window.TimePartition) + (window.IsExclusive ? ", exclusive" : "");
            start += window.DurationNanoseconds;
        }
    }

    private IEnumerable<string> Partitions(string timePartition, int cpu) => model.Partitions
        .Where(p => (p.Schedule.TimePartition?.Name ?? "") == timePartition && p.Cpus.Contains(cpu))
        .Select(p => p.Name);

    private string Row(MajorFrameModel schedule, int cpu, string timePartition)
    {
        ulong own = schedule.TimeOf(timePartition, cpu, 0, schedule.Nanoseconds);
        string share = (own * 100m / schedule.Nanoseconds)
            .ToString("0.0", CultureInfo.InvariantCulture);
        string partitions = string.Join(", ", Partitions(timePartition, cpu));
        string bar = Bar(schedule, cpu, timePartition);
        return $"  {Shown(timePartition),-NameWidth} |{bar}| {share,5} %"
            + (partitions.Length > 0 ? $"  {partitions}" : "");
    }

    // A cell shows what holds for most of it, or that there is a little.
    private static string Bar(MajorFrameModel schedule, int cpu, string timePartition)
    {
        char[] cells = new char[BarWidth];
        for (uint cell = 0; cell < BarWidth; cell++)
        {
            ulong start = schedule.Nanoseconds * cell / BarWidth;
            ulong end = schedule.Nanoseconds * (cell + 1) / BarWidth;
            ulong own = schedule.TimeOf(timePartition, cpu, start, end);
            bool isLeft = timePartition.Length == 0 && schedule.SharedTime(cpu, start, end) > 0;
            cells[cell] = own * 2 >= end - start ? '#' : own > 0 ? '+' : isLeft ? '-' : '.';
        }

        return new string(cells);
    }

    private static string Shown(string timePartition) =>
        timePartition.Length == 0 ? BackgroundName : timePartition;
}
