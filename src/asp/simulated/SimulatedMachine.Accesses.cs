// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Asp.Simulated;

/// <content>Memory as partitions see it.</content>
public sealed partial class SimulatedMachine
{
    /// <summary>A partition accesses memory, through the CPU's translations and the
    /// caches.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="root">The partition's address space.</param>
    /// <param name="address">Guest-physical address, a multiple of 8.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="value">The word written, or the one read.</param>
    /// <param name="isCached">Whether the partition's own first stage says that it is
    /// cached.</param>
    /// <returns>False for a fault: nothing is mapped, or not for this.</returns>
    public bool TryAccess(
        int cpu,
        TranslationRoot root,
        ulong address,
        AccessKind kind,
        ref ulong value,
        bool isCached = true)
    {
        if (Walker.Translate(cpu, root, address) is not { } at) return false;
        MemoryAccess needed = kind switch
        {
            AccessKind.Read => MemoryAccess.Read,
            AccessKind.Write => MemoryAccess.Write,
            _ => MemoryAccess.Execute,
        };
        if ((at.Access & needed) == 0) return false;
        isCached &= (at.Access & MemoryAccess.Device) == 0;
        if (kind == AccessKind.Write) Caches.Write(at.Address, value, isCached);
        else if (kind == AccessKind.Read) value = Caches.Read(at.Address, isCached);
        else value = Caches.Fetch(cpu, at.Address);
        return true;
    }
}
