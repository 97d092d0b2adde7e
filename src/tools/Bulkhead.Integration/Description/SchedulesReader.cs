// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the <c>schedules</c> mapping.</summary>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class SchedulesReader(DiagnosticBag diagnostics)
{
    /// <summary>Shortest window, in nanoseconds: switching partitions takes a few
    /// microseconds of it.</summary>
    public const ulong WindowNanosecondsMin = 100_000;

    /// <summary>Longest window, in nanoseconds.</summary>
    public const ulong WindowNanosecondsMax = 60_000_000_000;

    /// <summary>Reads every schedule.</summary>
    /// <param name="node">The value of <c>schedules</c>, or null when the key is missing.</param>
    /// <returns>The schedules in order; null when one has errors, which have been
    /// reported.</returns>
    public IReadOnlyList<MajorFrameModel>? Read(DescriptionNode? node)
    {
        if (node is null or ScalarNode { IsNull: true })
        {
            return [];
        }

        if (node is not MappingNode mapping)
        {
            diagnostics.Error(DiagnosticId.UnnamedSchedule, node.Mark,
                $"`schedules` must name its schedules, this is {node.KindName}",
                "write a name such as `normal:` and its `windows:` below it");
            return null;
        }

        if (mapping.Entries.Count > Limits.SchedulesMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, mapping.Entries[Limits.SchedulesMax].KeyMark,
                $"there are {mapping.Entries.Count} schedules, the kernel has room for "
                + $"{Limits.SchedulesMax}", "remove schedules");
        }

        MajorFrameModel?[] schedules = [.. mapping.Entries.Select(ReadSchedule)];
        return schedules.Contains(null) ? null : [.. schedules.OfType<MajorFrameModel>()];
    }

    private MajorFrameModel? ReadSchedule(MappingEntry entry)
    {
        int errorCount = diagnostics.ErrorCount;
        SectionReader section = new(DescriptionFormat.Schedule, entry.Value,
            $"schedule `{entry.Key}`", diagnostics);
        if (!NameText.IsName(entry.Key))
        {
            diagnostics.Error(DiagnosticId.BadName, entry.KeyMark,
                $"`{entry.Key}` is not a usable name of a schedule", NameText.Rule);
        }

        IReadOnlyList<FrameWindowModel> windows = ReadWindows(entry, section);
        ulong? frame = section.Duration("frame");
        if (diagnostics.ErrorCount != errorCount)
        {
            return null;
        }

        MajorFrameModel schedule = new(entry.Key, entry.KeyMark, windows);
        CheckFrame(section, schedule, frame);
        return schedule;
    }

    private IReadOnlyList<FrameWindowModel> ReadWindows(MappingEntry entry, SectionReader section)
    {
        DescriptionNode? node = section.Node("windows");
        if (node is not SequenceNode { Items.Count: > 0 } sequence)
        {
            if (node is not null)
            {
                diagnostics.Error(DiagnosticId.UnnamedSchedule, node.Mark,
                    $"schedule `{entry.Key}` has no list of windows",
                    "write `- { time-partition: control, duration: 500 us }` below `windows`");
            }

            return [];
        }

        if (sequence.Items.Count > Limits.FrameWindowsMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, sequence.Items[Limits.FrameWindowsMax].Mark,
                $"schedule `{entry.Key}` has {sequence.Items.Count} windows, the kernel has room "
                + $"for {Limits.FrameWindowsMax}", "use fewer and longer windows");
        }

        return [.. sequence.Items.Select(ReadWindow)];
    }

    private FrameWindowModel ReadWindow(DescriptionNode item)
    {
        SectionReader section = new(DescriptionFormat.Window, item, "a window", diagnostics);
        TimePartitionReference? owner = ScheduleReader.ReadTimePartition(section);
        ulong? duration = section.Duration("duration");
        bool isExclusive = section.Word("exclusive") == "true";
        if (duration < WindowNanosecondsMin || duration > WindowNanosecondsMax)
        {
            diagnostics.Error(DiagnosticId.BadWindow, section.MarkOf("duration"),
                $"a window of {DurationText.Format(duration.Value)} cannot be kept",
                $"use {DurationText.Format(WindowNanosecondsMin)} to "
                + DurationText.Format(WindowNanosecondsMax));
        }

        if (isExclusive && !section.Has("time-partition"))
        {
            diagnostics.Error(DiagnosticId.ExclusiveBackground, section.MarkOf("exclusive"),
                "a window of the background cannot exclude the background: nobody would run",
                "name a `time-partition`, or remove `exclusive`");
        }

        if (section.Number("cpu") is ulong cpu and not 0)
        {
            diagnostics.Error(DiagnosticId.NoSuchProcessor, section.MarkOf("cpu"),
                $"the window is for processor {cpu}, the kernel uses processor 0 alone",
                "write `cpu: 0`, or leave it out");
        }

        return new FrameWindowModel(item.Mark, owner?.Name ?? "", duration ?? 0, isExclusive);
    }

    private void CheckFrame(SectionReader section, MajorFrameModel schedule, ulong? frame)
    {
        if (frame is not ulong wanted || wanted == schedule.Nanoseconds)
        {
            return;
        }

        bool isShort = schedule.Nanoseconds < wanted;
        string difference = MicrosecondText.Format(
            isShort ? wanted - schedule.Nanoseconds : schedule.Nanoseconds - wanted);
        diagnostics.Error(DiagnosticId.FrameMismatch, section.MarkOf("frame"),
            $"the windows of `{schedule.Name}` add up to "
            + $"{MicrosecondText.Format(schedule.Nanoseconds)}, {difference} "
            + (isShort ? "less" : "more") + $" than the frame of {MicrosecondText.Format(wanted)}",
            isShort ? $"add a window of {difference}, or make windows longer"
                : $"take {difference} from the windows");
    }
}
