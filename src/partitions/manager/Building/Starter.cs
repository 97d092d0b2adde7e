// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Makes everything run: the console server first, so that it is there for the
/// others.</summary>
public static class Starter
{
    /// <summary>Starts all threads and virtual CPUs.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether all of them run.</returns>
    public static bool Start(ref BuildContext context)
    {
        uint console = context.View.Header.ConsolePartition;
        if (console != uint.MaxValue && !StartThread(ref context, console)) return false;
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            context.Enter(id);
            bool isStarted = id == console
                ? StartMachine(ref context, id)
                : StartPartition(ref context, id);
            if (!isStarted) return false;
        }
        return true;
    }

    /// <summary>Starts a partition.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it runs.</returns>
    public static bool StartPartition(ref BuildContext context, uint id) =>
        StartThread(ref context, id) && StartMachine(ref context, id);

    // A period without a budget is the program's own affair, not the scheduler's.
    private static bool StartThread(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        ulong budget = TickConversion.ToTicks(partition.BudgetNanoseconds, context.Frequency);
        ulong period = budget == 0
            ? 0
            : TickConversion.ToTicks(partition.PeriodNanoseconds, context.Frequency);
        ref PartitionSlots slots = ref context.Slots[(int)id];
        slots.Scheduling = context.Pool.Take();
        ResultCode code = SystemKernel.CreateSchedulingContext(
            slots.Scheduling, slots.MainThread, partition.Priority, budget, period,
            partition.TimePartition, period == 0 ? 0 : context.OverrunSemaphore);
        return context.Done(BuildStep.Start, code) && ThreadBuilder.Start(ref context, id);
    }

    // Virtual CPUs of equal priority take turns, ten milliseconds each.
    private static bool StartMachine(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        for (uint number = 0; number < partition.Machine.VcpuCount; number++)
        {
            ResultCode code = SystemKernel.CreateSchedulingContext(
                context.Pool.Take(), context.Slots[(int)id].Vcpus[(int)number],
                partition.VcpuPriority, context.Frequency / 100, 0, partition.TimePartition);
            if (!context.Done(BuildStep.Start, code)) return false;
        }
        return true;
    }
}
