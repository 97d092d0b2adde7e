// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Threads;

/// <summary>What an owner owes to those who have announced themselves.</summary>
internal static class LockRelease
{
    /// <summary>Wakes those on other CPUs, and lets those go on that have lent their time for a
    /// lock that is free now.</summary>
    /// <param name="own">The caller's row, after it has left a lock.</param>
    internal static void Answer(uint own)
    {
        ref ThreadRow row = ref ThreadMachine.Row(own);
        ulong announced = Volatile.Read(ref row.Announced);
        uint cpu = ThreadMachine.CpuOf(own);
        for (uint other = 0; other < ThreadRow.Count; other++)
        {
            if ((announced & (1ul << (int)other)) == 0) continue;
            if (ThreadMachine.CpuOf(other) == cpu) continue;
            ThreadBits.Clear(ref row.Announced, other);
            ThreadMachine.Up(other);
        }
        // A server thread's helpers are answered when its call ends.
        if (row.State != BodyState.Idle && HasHelper(own))
        {
            ThreadMachine.Park(own, BodyState.Parked, 0);
        }
    }

    /// <summary>Whether a thread of the same CPU waits for a lock that the caller does not have any
    /// more.</summary>
    /// <param name="own">The caller's row.</param>
    /// <returns>True when one does.</returns>
    internal static bool HasHelper(uint own)
    {
        ulong announced = Volatile.Read(ref ThreadMachine.Row(own).Announced);
        uint cpu = ThreadMachine.CpuOf(own);
        for (uint other = 0; announced != 0 && other < ThreadRow.Count; other++, announced >>= 1)
        {
            bool isHelper = (announced & 1) != 0 && ThreadMachine.CpuOf(other) == cpu
                && !ThreadChain.WaitsFor(other, own);
            if (isHelper) return true;
        }
        return false;
    }
}
