// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the <c>partitions</c> mapping.</summary>
/// <param name="board">The board, or null when it is not known: then devices are not
/// checked.</param>
/// <param name="cpuCount">Processors that run.</param>
/// <param name="locator">Finds files.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class PartitionsReader(
    Board? board, int cpuCount, SourceLocator locator, DiagnosticBag diagnostics)
{
    // The console tags what the manager says with this name.
    private const string ManagerName = "manager";

    /// <summary>
    /// The names in the order of the description, those of broken partitions too.
    /// </summary>
    public string[] Names { get; private set; } = [];

    /// <summary>Reads every partition.</summary>
    /// <param name="node">The value of <c>partitions</c>, or null when the key is missing.</param>
    /// <returns>The partitions in order; null for one that has errors.</returns>
    public IReadOnlyList<PartitionModel?> Read(DescriptionNode? node)
    {
        if (node is not MappingNode mapping || mapping.Entries.Count == 0)
        {
            if (node is not null)
            {
                diagnostics.Error(DiagnosticId.WrongKind, node.Mark,
                    "`partitions` must hold at least one named partition",
                    "write a name, a colon, and the partition's keys below it");
            }

            return [];
        }

        Names = [.. mapping.Entries.Select(entry => entry.Key)];
        if (Names.Length > Limits.PartitionsMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, mapping.Entries[Limits.PartitionsMax].KeyMark,
                $"there are {Names.Length} partitions, the kernel has room for "
                + $"{Limits.PartitionsMax}", "merge or remove partitions");
        }

        return [.. mapping.Entries.Select(ReadPartition)];
    }

    private PartitionModel? ReadPartition(MappingEntry entry)
    {
        CheckName(entry);
        string owner = $"partition `{entry.Key}`";
        int errorCount = diagnostics.ErrorCount;
        SectionReader section = new(DescriptionFormat.Partition, entry.Value, owner, diagnostics);
        if (!section.IsMapping)
        {
            return null;
        }

        bool isMachine = section.Has("vm");
        if (isMachine == section.Has("native"))
        {
            diagnostics.Error(DiagnosticId.PartitionKind, entry.KeyMark,
                isMachine ? $"{owner} has both `vm` and `native`"
                    : $"{owner} has neither `vm` nor `native`",
                "give it exactly one of them");
            return null;
        }

        ScheduleModel schedule = ScheduleReader.Read(section, owner, isMachine, cpuCount);
        PartitionModel? partition = isMachine
            ? new VirtualMachineReader(cpuCount, locator).Read(entry, section, schedule)
            : new NativePartitionReader(board, cpuCount, locator).Read(entry, section, schedule);
        return diagnostics.ErrorCount == errorCount ? partition : null;
    }

    private void CheckName(MappingEntry entry)
    {
        string name = entry.Key;
        if (name == ManagerName)
        {
            diagnostics.Error(DiagnosticId.BadName, entry.KeyMark,
                $"`{name}` is the name of the partition manager", "use another name");
        }
        else if (!NameText.IsName(name))
        {
            diagnostics.Error(DiagnosticId.BadName, entry.KeyMark,
                $"`{name}` is not a usable partition name", NameText.Rule);
        }
    }
}
