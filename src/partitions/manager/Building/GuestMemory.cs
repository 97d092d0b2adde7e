// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Clears a guest's memory before the guest starts again: after the machine's start it
/// holds nobody's secrets, then it does.</summary>
public static class GuestMemory
{
    // A large page: the manager needs one table for it, whatever the guest's size.
    private const ulong PieceBytes = 0x20_0000;

    /// <summary>Clears it, if the partition has a guest.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Clear(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref context.View.Resource(
                partition.FirstResource + offset);
            bool isCleared = resource.Kind != ResourceKind.GuestMemory
                || Clear(ref context, in resource);
            if (!isCleared) return false;
        }
        return true;
    }

    private static bool Clear(ref BuildContext context, in ResourceRecord resource)
    {
        for (ulong start = 0; start < resource.Bytes; start += PieceBytes)
        {
            ulong bytes = Math.Min(PieceBytes, resource.Bytes - start);
            ResultCode code = Workbench.Open(
                resource.Memory, resource.MemoryOffset + start, bytes, out MemoryWindow window);
            if (!context.Done(BuildStep.Machine, code)) return false;
            window.Clear(0, bytes);
            if (!context.Done(BuildStep.Machine, Workbench.Close(in window))) return false;
        }
        return true;
    }
}
