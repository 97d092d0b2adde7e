// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>Checks a finished image against the board and the kernel's capacities.</summary>
public static class BoardFit
{
    /// <summary>Checks an image.</summary>
    /// <param name="model">The model.</param>
    /// <param name="image">The image.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Check(SystemModel model, SystemImage image, DiagnosticBag diagnostics)
    {
        SourceMark mark = SourceMark.OfFile(model.File);
        if (image.Tables.Header.MemoryBytes > model.MemorySize)
        {
            diagnostics.Error(DiagnosticId.BoardMemoryExhausted, mark,
                $"the laid out system needs {SizeText.Format(image.Tables.Header.MemoryBytes)}, "
                + $"the board has {SizeText.Format(model.MemorySize)}",
                "give the board more `memory` or the partitions less");
        }

        CheckSelectors(image.Tables, mark, diagnostics);
        if (image.Tables.Memory.Count > MemoryRecord.CountMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, mark,
                $"the system has {image.Tables.Memory.Count} pieces of memory and devices, "
                + $"the kernel has room for {MemoryRecord.CountMax}",
                "remove partitions or devices");
        }
    }

    // The manager creates everything, so its capability space must have a selector for each object
    // (Selectors, CapacityCheck of the manager).
    private static void CheckSelectors(
        SystemImageTables tables, SourceMark mark, DiagnosticBag diagnostics)
    {
        const uint ExitPortals = (uint)ExitKind.Recall + 1;
        const uint EachPartition = 4;
        const uint EachThreadCpu = 2;
        const uint EachServer = 1;
        const uint EachGuest = 1;
        const uint EachVcpu = ExitPortals + 2;
        const uint Steward = 3;
        const uint OverrunMonitor = 2;
        uint interrupts = (uint)tables.Resources.Count(r => r.Kind == ResourceKind.Interrupt);
        bool canOverrun = tables.Partitions.Any(CanOverrun)
            || tables.Threads.Any(threads => threads.Exists(t => t.PeriodNanoseconds != 0));
        uint needed = Count(tables.Partitions.Aggregate(1u, (all, p) => all | Cpus(tables, p)))
            + interrupts + (uint)tables.Channels.Sum(
                channel => Count(Cpus(tables, tables.Partitions[(int)channel.From])))
            + (tables.Partitions.Any(IsRestarted) ? Steward : 0)
            + (canOverrun ? OverrunMonitor : 0);
        foreach (PartitionRecord partition in tables.Partitions)
        {
            bool isMachine = partition.Machine.MemoryBytes != 0;
            needed += EachPartition + (EachThreadCpu * Count(Cpus(tables, partition)))
                + ThreadObjects(tables, partition)
                + (partition.ServerCpus != 0 ? EachServer : 0) + Count(partition.ServerCpus)
                + (isMachine ? EachGuest : 0)
                + (partition.Machine.VcpuCount * EachVcpu);
        }

        uint free = Limits.SelectorsMax - 1 - Selectors.BootInterrupts
            - (Selectors.BootSegments - Selectors.CpuConsole) - interrupts
            - (uint)tables.Memory.Count - ExitPortals;
        if (needed > free)
        {
            diagnostics.Error(DiagnosticId.TooMany, mark,
                $"the system needs {needed} kernel objects, the manager has room for {free}",
                "use fewer partitions, virtual processors, or processors");
        }
    }

    private static bool IsRestarted(PartitionRecord partition)
    {
        PartitionRecord.ScheduleActionTable actions = partition.ScheduleActions;
        return ((ReadOnlySpan<ScheduleChangeAction>)actions)
            .ContainsAnyExcept(ScheduleChangeAction.Ignore);
    }

    private static bool CanOverrun(PartitionRecord partition) =>
        partition is { BudgetNanoseconds: not 0, PeriodNanoseconds: not 0 };

    // Bodies with portals and semaphores, the main thread's too; carriers with scheduling contexts;
    // portal and semaphore of each server thread.
    private static uint ThreadObjects(SystemImageTables tables, PartitionRecord partition)
    {
        uint count = (uint)ThreadsOf(tables, partition).Count;
        return count == 0 ? 0
            : (3 * (count + 1)) + (2 * count) + (2 * Count(partition.ServerCpus));
    }

    private static uint Cpus(SystemImageTables tables, PartitionRecord partition) =>
        ThreadsOf(tables, partition).Aggregate(
            (1u << (int)partition.Cpu) | partition.ServerCpus,
            (cpus, thread) => cpus | (1u << (int)thread.Cpu));

    private static List<ThreadInfo> ThreadsOf(
        SystemImageTables tables, PartitionRecord partition) =>
        partition.Id < tables.Threads.Count ? tables.Threads[(int)partition.Id] : [];

    private static uint Count(uint cpus) => (uint)BitOperations.PopCount(cpus);
}
