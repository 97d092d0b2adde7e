// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Builds a partition's virtual machine: the guest's own address space and its virtual CPUs, whose
/// exits enter the partition's server thread on their CPU with a badge that names the exit and the
/// virtual CPU.
/// </summary>
public static class MachineBuilder
{
    private const uint ExitKindCount = (uint)ExitKind.Recall + 1;
    private const int VcpuShift = 16;
    private const ushort ObjectQuota = 16;

    /// <summary>Builds it, if the partition has one.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        if (!PartitionCheck.IsMachine(in partition)) return true;
        ref PartitionSlots slots = ref context.Slots[(int)id];
        slots.GuestDomain = context.Pool.Take();
        var quota = new DomainQuota(partition.GuestTablePages, ObjectQuota);
        ResultCode code = SystemKernel.CreateDomain(
            slots.GuestDomain, Selectors.OwnDomain, quota);
        if (!context.Done(BuildStep.Machine, code)) return false;
        if (!MapGuest(ref context, id)) return false;
        for (uint number = 0; number < partition.Machine.VcpuCount; number++)
        {
            if (!CreateVcpu(ref context, id, number)) return false;
        }
        return true;
    }

    private static bool MapGuest(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        uint domain = context.Slots[(int)id].GuestDomain;
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref context.View.Resource(
                partition.FirstResource + offset);
            bool isGuests = resource.Kind is ResourceKind.GuestMemory or ResourceKind.GuestDevice;
            if (!isGuests) continue;
            ResultCode code = SystemKernel.Map(
                domain, Selectors.BootSegments + resource.Memory, resource.MemoryOffset,
                resource.Address, resource.Bytes, resource.Access);
            if (!context.Done(BuildStep.Machine, code)) return false;
        }
        return true;
    }

    private static bool CreateVcpu(ref BuildContext context, uint id, uint number)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        uint portals = context.Pool.Take(ExitKindCount);
        for (uint kind = 0; kind < ExitKindCount; kind++)
        {
            if (!CreateExitPortal(ref context, id, portals, number, (ExitKind)kind)) return false;
        }
        uint vcpu = context.Pool.Take();
        slots.Vcpus[(int)number] = vcpu;
        ResultCode code = SystemKernel.CreateVcpu(
            vcpu, slots.GuestDomain, portals, number, CpuOf(in context.View, id, number));
        if (!context.Done(BuildStep.Machine, code)) return false;
        code = SystemKernel.Delegate(
            vcpu, slots.Domain, Selectors.Vcpu + number, Rights.ContextControl);
        return context.Done(BuildStep.Machine, code);
    }

    private static bool CreateExitPortal(
        ref BuildContext context, uint id, uint firstPortal, uint number, ExitKind kind)
    {
        ulong badge = Badge.Exit | (ulong)kind | ((ulong)number << VcpuShift);
        ulong entry = DomainBuilder.PortalEntry(context.View.Partition(id).Entry);
        ResultCode code = SystemKernel.CreatePortal(
            firstPortal + (uint)kind,
            context.Slots[(int)id].Servers[(int)CpuOf(in context.View, id, number)], entry, badge,
            GroupsOf(kind));
        return context.Done(BuildStep.Machine, code);
    }

    private static uint CpuOf(in ImageView view, uint id, uint number)
    {
        VirtualMachineInfo machine = view.Partition(id).Machine;
        return machine.VcpuCpus[(int)number];
    }

    /// <summary>Registers that an exit hands to the monitor in its UTCB: only a fault needs more
    /// than the message's words.</summary>
    /// <param name="kind">The exit.</param>
    /// <returns>The groups.</returns>
    public static RegisterGroups GroupsOf(ExitKind kind) => kind == ExitKind.Fault
        ? RegisterGroups.General | RegisterGroups.Control
        : RegisterGroups.None;
}
