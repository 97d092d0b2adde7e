// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the <c>schedules</c> mapping.</summary>
/// <param name="cpuCount">Processors that run.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class SchedulesReader(int cpuCount, DiagnosticBag diagnostics)
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
        for (int cpu = 0; cpu < cpuCount && windows.Count > 0; cpu++)
        {
            CheckFrame(section, schedule, cpu, frame);
        }

        return Complete(schedule);
    }

    // A processor that the description gives no windows is the background's.
    private MajorFrameModel Complete(MajorFrameModel schedule)
    {
        FrameWindowModel[] rest = [.. Enumerable.Range(0, cpuCount)
            .Where(cpu => !schedule.WindowsOf(cpu).Any())
            .Select(cpu => new FrameWindowModel(schedule.Mark, "", schedule.Nanoseconds, false)
            {
                Cpu = cpu,
            })];
        FrameWindowModel[] windows = [.. schedule.Windows, .. rest];
        if (windows.Length > Limits.FrameWindowsMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, schedule.Mark,
                $"schedule `{schedule.Name}` has {windows.Length} windows, the kernel has room "
                + $"for {Limits.FrameWindowsMax}", "use fewer and longer windows");
        }

        return schedule with { Windows = windows };
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

        return [.. sequence.Items.SelectMany(ReadWindow)];
    }

    // One for each processor that it is for.
    private IEnumerable<FrameWindowModel> ReadWindow(DescriptionNode item)
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

        return [.. ReadCpus(section).Select(cpu =>
            new FrameWindowModel(item.Mark, owner?.Name ?? "", duration ?? 0, isExclusive)
            {
                Cpu = cpu,
            })];
    }

    private IEnumerable<int> ReadCpus(SectionReader section)
    {
        int cpu = ProcessorReference.Read(section, "cpu", "the window", cpuCount);
        if (!section.Has("cpus"))
        {
            return [cpu];
        }

        if (section.Has("cpu"))
        {
            diagnostics.Error(DiagnosticId.KeysConflict, section.MarkOf("cpus"),
                "the window has both `cpu` and `cpus`", "remove one of them");
        }

        return ProcessorReference.ReadList(section, "cpus", "the window", cpuCount).Distinct();
    }

    // What `frame` says; without it the processors must agree with the first that has windows.
    private void CheckFrame(
        SectionReader section, MajorFrameModel schedule, int cpu, ulong? frame)
    {
        ulong wanted = frame ?? schedule.Nanoseconds;
        ulong length = schedule.LengthOf(cpu);
        bool isMeant = schedule.WindowsOf(cpu).Any();
        if (wanted == length || !isMeant)
        {
            return;
        }

        bool isShort = length < wanted;
        string difference = MicrosecondText.Format(isShort ? wanted - length : length - wanted);
        string which = cpuCount == 1 ? "" : $" for processor {cpu}";
        string other = frame is not null ? "the frame" : $"those for processor "
            + $"{schedule.Windows[0].Cpu}, all of them have one frame,";
        diagnostics.Error(DiagnosticId.FrameMismatch,
            section.Has("frame") ? section.MarkOf("frame") : schedule.Mark,
            $"the windows of `{schedule.Name}`{which} add up to "
            + $"{MicrosecondText.Format(length)}, {difference} "
            + (isShort ? "less" : "more") + $" than {other} of {MicrosecondText.Format(wanted)}",
            isShort ? $"add a window of {difference}, or make windows longer"
                : $"take {difference} from the windows");
    }
}
