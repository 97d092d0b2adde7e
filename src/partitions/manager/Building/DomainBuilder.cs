// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Builds a partition's domain: address space, threads, and what every partition
/// has.</summary>
public static class DomainBuilder
{
    /// <summary>Tag bit of a server thread in fault messages; the low byte is the partition id, and
    /// <see cref="ThreadBuilder.TagShift"/> says where the number of a declared thread
    /// is.</summary>
    public const ulong ServerTag = 0x100;

    /// <summary>Where the badge of the manager's service says which start of the partition
    /// calls.</summary>
    public const int StartShift = 16;

    // Its threads, the virtual CPUs of a guest, and what the program creates for itself; threads
    // that it declares come on top.
    private const uint ObjectQuota = 24;

    /// <summary>Builds it.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was built.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        slots.Domain = context.Pool.Take();
        uint objects = ObjectQuota + ThreadBuilder.CountPaid(in context.View, id);
        var quota = new DomainQuota(context.View.Partition(id).TablePages, (ushort)objects);
        ResultCode code = SystemKernel.CreateDomain(slots.Domain, Selectors.OwnDomain, quota);
        return context.Done(BuildStep.Domain, code)
            && ProgramLoader.Load(ref context, id)
            && ResourceBuilder.Build(ref context, id)
            && CreateThreads(ref context, id)
            && GiveBasics(ref context, id)
            && ThreadBuilder.Connect(ref context, id);
    }

    private static bool CreateThreads(ref BuildContext context, uint id)
    {
        uint cpus = ThreadCpus.Of(in context.View, id);
        uint own = context.View.Partition(id).Cpu;
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            if (!ThreadCpus.Has(cpus, cpu)) continue;
            uint faults = context.Pool.Take();
            bool isBuilt = CreateManagerPortal(ref context, faults, cpu, Badge.Fault | id)
                && (cpu != own || CreateMain(ref context, id, faults))
                && CreateServer(ref context, id, cpu, faults)
                && ThreadBuilder.Create(ref context, id, cpu, faults);
            if (!isBuilt) return false;
        }
        return true;
    }

    private static bool CreateMain(ref BuildContext context, uint id, uint faultPortal)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        ThreadPlan plan = default;
        plan.Domain = slots.Domain;
        plan.Utcb = NativeLayout.Utcb;
        plan.StackTop = partition.StackTop;
        plan.Entry = partition.Entry;
        plan.Argument = partition.Argument;
        plan.FaultPortal = faultPortal;
        plan.Tag = id;
        plan.Cpu = partition.Cpu;
        slots.MainThread = context.Pool.Take();
        return context.Done(
            BuildStep.Thread, SystemKernel.CreateThread(slots.MainThread, in plan));
    }

    // Where nobody calls the partition, it has no server thread.
    private static bool CreateServer(
        ref BuildContext context, uint id, uint cpu, uint faultPortal)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        if (!ThreadCpus.Has(partition.ServerCpus, cpu)) return true;
        ThreadPlan plan = ServerPlan(cpu, cpu == partition.Cpu, partition.ServerStackTop);
        plan.Domain = slots.Domain;
        plan.FaultPortal = faultPortal;
        plan.Tag = ServerTag | id;
        slots.Servers[(int)cpu] = context.Pool.Take();
        return context.Done(
            BuildStep.Thread, SystemKernel.CreateThread(slots.Servers[(int)cpu], in plan));
    }

    /// <summary>Begins the plan of a server thread: its CPU, stack and UTCB page.</summary>
    /// <param name="cpu">Its CPU.</param>
    /// <param name="isOwnCpu">Whether it is the main thread's too.</param>
    /// <param name="ownStackTop">Stack of the one on the main thread's CPU.</param>
    /// <returns>The plan, without domain and fault portal.</returns>
    public static ThreadPlan ServerPlan(uint cpu, bool isOwnCpu, ulong ownStackTop)
    {
        ThreadPlan plan = default;
        plan.Cpu = cpu;
        plan.Utcb = NativeLayout.Utcb + ((isOwnCpu ? 1 : 2 + cpu) * Limits.PageBytes);
        plan.StackTop = isOwnCpu ? ownStackTop : ServerStacks.TopOf(cpu);
        return plan;
    }

    // The wake-up semaphore and the manager's service portals.
    private static bool GiveBasics(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        uint own = context.View.Partition(id).Cpu;
        slots.Wakeup = context.Pool.Take();
        ResultCode code = Kernel.CreateSemaphore(slots.Wakeup, 0, own);
        if (!context.Done(BuildStep.Portal, code)) return false;
        code = SystemKernel.Delegate(
            slots.Wakeup, slots.Domain, Selectors.Wakeup, Rights.SemaphoreAll);
        if (!context.Done(BuildStep.Portal, code)) return false;
        uint cpus = ThreadCpus.Of(in context.View, id);
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            uint target = cpu == own ? Selectors.Manager : Selectors.CpuManager + cpu;
            bool isGiven = !ThreadCpus.Has(cpus, cpu) || GiveService(ref context, id, cpu, target);
            if (!isGiven) return false;
        }
        return true;
    }

    private static bool GiveService(ref BuildContext context, uint id, uint cpu, uint target)
    {
        uint service = context.Pool.Take();
        ulong badge = Badge.Client | id | ((ulong)context.StartCount << StartShift);
        if (!CreateManagerPortal(ref context, service, cpu, badge)) return false;
        ResultCode code = SystemKernel.Delegate(
            service, context.Slots[(int)id].Domain, target, Rights.PortalCall);
        return context.Done(BuildStep.Portal, code);
    }

    private static bool CreateManagerPortal(
        ref BuildContext context, uint portal, uint cpu, ulong badge)
    {
        ulong entry = PortalEntry(context.View.Header.ManagerEntry);
        ResultCode code = SystemKernel.CreatePortal(
            portal, context.ManagerServers[(int)cpu], entry, badge, RegisterGroups.None);
        return context.Done(BuildStep.Thread, code);
    }

    /// <summary>Where a program's portals enter.</summary>
    /// <param name="entry">Entry of the program.</param>
    /// <returns>The address.</returns>
    public static ulong PortalEntry(ulong entry) => entry + NativeLayout.PortalEntryOffset;
}
