// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the resources of every partition, and its information page among them.</summary>
public static class ResourceCheck
{
    private const uint InterruptMin = 32;
    private const uint InterruptMax = 1019;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            for (uint offset = 0; offset < partition.ResourceCount; offset++)
            {
                Verdict verdict = CheckOne(in view, id, partition.FirstResource + offset);
                if (!verdict.IsAccepted) return verdict;
            }
            if (!HasInformationPage(in view, in partition))
            {
                return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
            }
        }
        return Verdict.Accepted;
    }

    /// <summary>Whether a resource is the partition's information page.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>True when it is.</returns>
    public static bool IsInformationPage(in ResourceRecord resource) =>
        resource.Kind == ResourceKind.Memory && resource.Address == NativeLayout.PartitionInfo;

    private static Verdict CheckOne(in ImageView view, uint id, uint index)
    {
        ref readonly ResourceRecord resource = ref view.Resource(index);
        bool isMachine = PartitionCheck.IsMachine(in view.Partition(id));
        bool isRight = resource.Kind switch
        {
            ResourceKind.Memory => IsMemory(in view, id, in resource)
                && (resource.Access & ~ReadWrite) == 0,
            ResourceKind.Device => IsDevice(in view, id, in resource),
            ResourceKind.GuestMemory => isMachine && IsMemory(in view, id, in resource)
                && IsGuestMemory(in view.Partition(id), in resource),
            ResourceKind.GuestPayload => isMachine && IsPayload(in view, in resource),
            ResourceKind.Interrupt => resource.Index is >= InterruptMin and <= InterruptMax,
            ResourceKind.GuestDevice => isMachine && IsDevice(in view, id, in resource),
            _ => false,
        };
        if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Resource, index);
        if (resource.Kind != ResourceKind.GuestPayload) return Verdict.Accepted;
        ulong bytes = view.Payload(resource.Index).Bytes;
        bool fits = FitsGuest(in view.Partition(id), bytes, resource.Detail);
        return Verdict.Require(fits, Reason.ImagePayloadTooLarge, ImageItem.Resource, index);
    }

    private static bool IsMemory(in ImageView view, uint id, in ResourceRecord resource) =>
        IsInRecord(in view, id, in resource)
        && (view.Memory(resource.Memory).Access & (MemoryAccess.Write | MemoryAccess.Device))
            == MemoryAccess.Write;

    private static bool IsDevice(in ImageView view, uint id, in ResourceRecord resource) =>
        IsInRecord(in view, id, in resource) && (resource.Access & ~ReadWrite) == 0
        && (view.Memory(resource.Memory).Access & MemoryAccess.Device) != 0;

    private static bool IsInRecord(in ImageView view, uint id, in ResourceRecord resource)
    {
        bool isKnown = resource.Memory != 0 && resource.Memory < view.Header.Memory.Count
            && resource.Access != MemoryAccess.None;
        if (!isKnown) return false;
        ref readonly MemoryRecord memory = ref view.Memory(resource.Memory);
        return new PageRange(resource.Address, resource.Bytes).IsPages
            && resource.MemoryOffset % Limits.PageBytes == 0
            && new PageRange(resource.MemoryOffset, resource.Bytes)
                .IsInside(new PageRange(0, memory.Bytes))
            && memory.Partition == id && (resource.Access & ~memory.Access) == 0;
    }

    private static bool IsGuestMemory(in PartitionRecord partition, in ResourceRecord resource) =>
        resource.Address == partition.Machine.MemoryBase
        && resource.Bytes == partition.Machine.MemoryBytes;

    private static bool IsPayload(in ImageView view, in ResourceRecord resource)
    {
        if (resource.Index >= view.Header.Payloads.Count) return false;
        ref readonly PayloadRecord payload = ref view.Payload(resource.Index);
        return new PageRange(resource.Address, resource.Bytes).IsPages
            && payload.ImageOffset % Limits.PageBytes == 0 && payload.Bytes != 0
            && payload.Bytes <= resource.Bytes && resource.Access == MemoryAccess.Read
            && resource.Memory == 0 && resource.MemoryOffset == payload.ImageOffset
            && resource.Bytes - payload.Bytes < Limits.PageBytes
            && new PageRange(payload.ImageOffset, resource.Bytes)
                .IsInside(new PageRange(0, view.Memory(0).Bytes));
    }

    private static bool FitsGuest(in PartitionRecord partition, ulong bytes, ulong address)
    {
        VirtualMachineInfo machine = partition.Machine;
        return new PageRange(address, bytes)
            .IsInside(new PageRange(machine.MemoryBase, machine.MemoryBytes));
    }

    private static bool HasInformationPage(in ImageView view, in PartitionRecord partition)
    {
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(
                partition.FirstResource + offset);
            if (IsInformationPage(in resource)) return resource.Bytes == Limits.PageBytes;
        }
        return false;
    }
}
