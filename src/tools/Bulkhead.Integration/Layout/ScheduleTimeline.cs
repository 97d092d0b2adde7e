// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Shows a schedule as text: a bar over the frame and the share of it for each time partition, then
/// the windows with their times.
/// </summary>
/// <param name="model">The system.</param>
public sealed class ScheduleTimeline(SystemModel model)
{
    private const int BarWidth = 50;
    private const int NameWidth = 12;
    private const string BackgroundName = "background";

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
        foreach (string timePartition in model.TimePartitions)
        {
            yield return Row(schedule, timePartition);
        }

        yield return Row(schedule, "");
        ulong start = 0;
        foreach (FrameWindowModel window in schedule.Windows)
        {
            yield return $"  {MicrosecondText.Format(start),12} + "
                + $"{MicrosecondText.Format(window.DurationNanoseconds),11}  "
                + Shown(window.TimePartition) + (window.IsExclusive ? ", exclusive" : "");
            start += window.DurationNanoseconds;
        }
    }

    private string Row(MajorFrameModel schedule, string timePartition)
    {
        ulong own = schedule.TimeOf(timePartition, 0, schedule.Nanoseconds);
        string share = (own * 100m / schedule.Nanoseconds)
            .ToString("0.0", CultureInfo.InvariantCulture);
        string partitions = string.Join(", ", model.Partitions
            .Where(p => (p.Schedule.TimePartition?.Name ?? "") == timePartition)
            .Select(p => p.Name));
        return $"  {Shown(timePartition),-NameWidth} |{Bar(schedule, timePartition)}| {share,5} %"
            + (partitions.Length > 0 ? $"  {partitions}" : "");
    }

    // A cell shows what holds for most of it, or that there is a little.
    private static string Bar(MajorFrameModel schedule, string timePartition)
    {
        char[] cells = new char[BarWidth];
        for (uint cell = 0; cell < BarWidth; cell++)
        {
            ulong start = schedule.Nanoseconds * cell / BarWidth;
            ulong end = schedule.Nanoseconds * (cell + 1) / BarWidth;
            ulong own = schedule.TimeOf(timePartition, start, end);
            bool isLeft = timePartition.Length == 0 && schedule.SharedTime(start, end) > 0;
            cells[cell] = own * 2 >= end - start ? '#' : own > 0 ? '+' : isLeft ? '-' : '.';
        }

        return new string(cells);
    }

    private static string Shown(string timePartition) =>
        timePartition.Length == 0 ? BackgroundName : timePartition;
}
