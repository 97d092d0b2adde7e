// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Gives a partition its interrupts, each with the semaphore that it raises.</summary>
public static class InterruptBuilder
{
    /// <summary>Hands them out.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        uint number = 0;
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            uint index = partition.FirstResource + offset;
            if (context.View.Resource(index).Kind != ResourceKind.Interrupt) continue;
            uint interrupt = Selectors.BootInterrupts + BootNumber(in context.View, index);
            if (!Give(ref context, id, interrupt, number++)) return false;
        }
        return true;
    }

    private static bool Give(ref BuildContext context, uint id, uint interrupt, uint number)
    {
        uint domain = context.Slots[(int)id].Domain;
        uint home = context.View.Partition(id).Cpu;
        uint semaphore = context.Pool.Take();
        return context.Done(BuildStep.Interrupt, Kernel.CreateSemaphore(semaphore, 0, home))
            && context.Done(
                BuildStep.Interrupt, SystemKernel.BindInterrupt(interrupt, semaphore))
            && context.Done(
                BuildStep.Interrupt,
                SystemKernel.Delegate(
                    interrupt, domain, Selectors.Interrupt + number, Rights.InterruptBind))
            && context.Done(
                BuildStep.Interrupt,
                SystemKernel.Delegate(
                    semaphore, domain, Selectors.InterruptSemaphore + number,
                    Rights.SemaphoreAll));
    }

    // The kernel counts over the whole resource table.
    private static uint BootNumber(in ImageView view, uint resource)
    {
        uint number = 0;
        for (uint index = 0; index < resource; index++)
        {
            if (view.Resource(index).Kind == ResourceKind.Interrupt) number++;
        }
        return number;
    }
}
