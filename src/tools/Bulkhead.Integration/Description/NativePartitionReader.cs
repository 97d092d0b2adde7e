// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads a native partition.</summary>
/// <param name="board">The board, or null when it is not known: then devices are not
/// checked.</param>
/// <param name="cpuCount">Processors that run.</param>
/// <param name="locator">Finds the project.</param>
public sealed class NativePartitionReader(Board? board, int cpuCount, SourceLocator locator)
{
    private const ulong DefaultMemorySize = 2UL << 20;
    private const ulong MemorySizeMin = 64UL << 10;

    /// <summary>Reads the partition; what is wrong is reported.</summary>
    /// <param name="entry">Name and node.</param>
    /// <param name="section">Its keys.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <returns>The partition, or null when its program cannot be found.</returns>
    public NativePartitionModel? Read(
        MappingEntry entry, SectionReader section, ScheduleModel schedule)
    {
        ScalarNode? native = section.Scalar("native");
        string? project = native is null ? null : locator.Project(native.Text, native.Mark);
        ulong memorySize = section.Size("memory") ?? DefaultMemorySize;
        CheckMemory(section, memorySize);
        ulong argument = section.Number("argument") ?? 0;
        IReadOnlyList<BoardDevice> devices = [.. ReadDevices(section)];
        IReadOnlyList<ThreadModel> threads =
            ThreadsReader.Read(section, schedule.Cpu, cpuCount);
        bool maySwitch = section.WordList("rights").Contains("schedule");
        ulong? tier = section.Number("tier");
        return project is null ? null : new NativePartitionModel(entry.Key, entry.KeyMark, schedule,
            project, memorySize, argument, devices)
        {
            MaySwitchSchedules = maySwitch,
            Tier = tier is null ? null : new TierReference((int)tier, section.MarkOf("tier")),
            Threads = threads,
        };
    }

    private static void CheckMemory(SectionReader section, ulong size)
    {
        if (size % Limits.PageBytes != 0 || size < MemorySizeMin)
        {
            section.Diagnostics.Error(DiagnosticId.BadSize, section.MarkOf("memory"),
                $"`memory` of {SizeText.Format(size)} cannot be given",
                $"use a multiple of 4 KiB, at least {SizeText.Format(MemorySizeMin)}");
        }
    }

    private IEnumerable<BoardDevice> ReadDevices(SectionReader section)
    {
        foreach (ScalarNode node in section.List("devices"))
        {
            BoardDevice? device = board?.FindDevice(node.Text);
            if (device is { ReservedBecause: "" })
            {
                yield return device;
            }
            else if (board is not null)
            {
                ReportDevice(section.Diagnostics, node, board, device);
            }
        }
    }

    private static void ReportDevice(
        DiagnosticBag diagnostics, ScalarNode node, Board board, BoardDevice? device)
    {
        if (device is not null)
        {
            diagnostics.Error(DiagnosticId.DeviceReserved, node.Mark,
                $"`{node.Text}` cannot be given to a partition: {device.ReservedBecause}",
                "remove it from `devices`");
            return;
        }

        string[] paths = [.. board.Devices.Select(d => d.Path)];
        string? guess = Spelling.Closest(node.Text, paths);
        diagnostics.Error(DiagnosticId.UnknownDevice, node.Mark,
            $"the board {board.Name} has no device `{node.Text}`",
            guess is null ? $"use a path such as {paths[0]}" : $"did you mean `{guess}`?");
    }
}
