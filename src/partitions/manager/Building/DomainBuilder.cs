// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Builds a partition's domain: address space, threads, and what every partition
/// has.</summary>
public static class DomainBuilder
{
    /// <summary>Tag bit of a server thread in fault messages; the rest is the partition
    /// id.</summary>
    public const ulong ServerTag = 0x100;

    // Two threads, the virtual CPUs of a guest, and what the program creates for itself.
    private const ushort ObjectQuota = 24;

    /// <summary>Builds it.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was built.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        slots.Domain = context.Pool.Take();
        var quota = new DomainQuota(context.View.Partition(id).TablePages, ObjectQuota);
        ResultCode code = SystemKernel.CreateDomain(slots.Domain, Selectors.OwnDomain, quota);
        return context.Done(BuildStep.Domain, code)
            && ProgramLoader.Load(ref context, id)
            && ResourceBuilder.Build(ref context, id)
            && CreateThreads(ref context, id)
            && GiveBasics(ref context, id);
    }

    private static bool CreateThreads(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        uint faultPortal = context.Pool.Take();
        ResultCode code = SystemKernel.CreatePortal(
            faultPortal, context.ManagerServer, PortalEntry(context.View.Header.ManagerEntry),
            Badge.Fault | id, RegisterGroups.None);
        if (!context.Done(BuildStep.Thread, code)) return false;
        ThreadPlan plan = default;
        plan.Domain = slots.Domain;
        plan.Utcb = NativeLayout.Utcb;
        plan.StackTop = partition.StackTop;
        plan.Entry = partition.Entry;
        plan.Argument = partition.Argument;
        plan.FaultPortal = faultPortal;
        plan.Tag = id;
        slots.MainThread = context.Pool.Take();
        code = SystemKernel.CreateThread(slots.MainThread, in plan);
        if (!context.Done(BuildStep.Thread, code)) return false;
        if (!CapacityCheck.HasServer(in context.View, id)) return true;
        plan.Utcb += Limits.PageBytes;
        plan.StackTop = partition.ServerStackTop;
        plan.Entry = 0;
        plan.Tag = ServerTag | id;
        slots.ServerThread = context.Pool.Take();
        return context.Done(
            BuildStep.Thread, SystemKernel.CreateThread(slots.ServerThread, in plan));
    }

    // The wake-up semaphore and the manager's service portal.
    private static bool GiveBasics(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        slots.Wakeup = context.Pool.Take();
        ResultCode code = Kernel.CreateSemaphore(slots.Wakeup, 0);
        if (!context.Done(BuildStep.Portal, code)) return false;
        code = SystemKernel.Delegate(
            slots.Wakeup, slots.Domain, Selectors.Wakeup, Rights.SemaphoreAll);
        if (!context.Done(BuildStep.Portal, code)) return false;
        uint service = context.Pool.Take();
        code = SystemKernel.CreatePortal(
            service, context.ManagerServer, PortalEntry(context.View.Header.ManagerEntry),
            Badge.Client | id, RegisterGroups.None);
        if (!context.Done(BuildStep.Portal, code)) return false;
        code = SystemKernel.Delegate(service, slots.Domain, Selectors.Manager, Rights.PortalCall);
        return context.Done(BuildStep.Portal, code);
    }

    /// <summary>Where a program's portals enter.</summary>
    /// <param name="entry">Entry of the program.</param>
    /// <returns>The address.</returns>
    public static ulong PortalEntry(ulong entry) => entry + NativeLayout.PortalEntryOffset;
}
