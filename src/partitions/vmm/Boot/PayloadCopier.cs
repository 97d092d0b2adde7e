// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Vmm.Boot;

/// <summary>
/// Copies kernel, initial RAM disk and device tree into the guest's memory before its first start.
/// The memory around them is taken as it is: a fresh machine's memory is zero, and whoever reuses
/// memory for a guest scrubs it first.
/// </summary>
public static class PayloadCopier
{
    private const ulong CopyBytesMax = 1 << 24;

    /// <summary>Copies every payload.</summary>
    /// <returns>Whether each lies wholly in a window of guest memory.</returns>
    public static bool CopyAll()
    {
        int index = -1;
        while ((index = Partition.FindWindow(WindowKind.GuestPayload, index + 1)) >= 0)
        {
            if (!TryCopy(Partition.Window(index))) return false;
        }
        return true;
    }

    private static bool TryCopy(in MemoryWindow payload)
    {
        int index = -1;
        while ((index = Partition.FindWindow(WindowKind.GuestMemory, index + 1)) >= 0)
        {
            MemoryWindow memory = Partition.Window(index);
            ulong offset = payload.Detail - memory.Address;
            if (!memory.Contains(offset, payload.Bytes)) continue;
            Copy(in payload, in memory, offset);
            return true;
        }
        return false;
    }

    private static void Copy(in MemoryWindow payload, in MemoryWindow memory, ulong offset)
    {
        for (ulong done = 0; done < payload.Bytes; done += CopyBytesMax)
        {
            ulong rest = payload.Bytes - done;
            int bytes = (int)(rest < CopyBytesMax ? rest : CopyBytesMax);
            memory.CopyFrom(offset + done, payload.Read(done, bytes));
        }
        // The guest starts with its caches off and possibly with stale instructions of an earlier
        // one.
        CacheMaintenance.CleanToPoC(in memory, offset, payload.Bytes);
        CacheMaintenance.InvalidateInstructions(in memory, offset, payload.Bytes);
    }
}
