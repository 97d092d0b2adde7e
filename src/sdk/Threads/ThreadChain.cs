// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Threads;

/// <summary>Who waits for whom, by what the rows and the locks say.</summary>
internal static class ThreadChain
{
    /// <summary>Whether a thread waits for a lock of another one.</summary>
    /// <param name="waiter">Row of the one.</param>
    /// <param name="owner">Row of the other.</param>
    /// <returns>True when it does.</returns>
    internal static bool WaitsFor(uint waiter, uint owner) => OwnerFor(waiter) == owner + 1;

    /// <summary>Whether a thread waits for itself, through the owners of locks.</summary>
    /// <param name="own">Its row; it waits.</param>
    /// <returns>True when it does.</returns>
    internal static bool LeadsBack(uint own)
    {
        ulong owner = OwnerFor(own);
        for (uint count = 0; count < ThreadRow.Count && owner != 0; count++)
        {
            if (owner == own + 1) return true;
            if (owner > ThreadRow.Count) return false;
            owner = OwnerFor((uint)owner - 1);
        }
        return false;
    }

    /// <summary>Whom a thread waits for.</summary>
    /// <param name="waiter">Its row.</param>
    /// <returns>One more than the row of the lock's owner; 0: it does not wait.</returns>
    internal static ulong OwnerFor(uint waiter)
    {
        nint wanted = Volatile.Read(ref ThreadMachine.Row(waiter).Wanted);
        return wanted == 0 ? 0 : ThreadMachine.WordAt(wanted) & LockWord.OwnerMask;
    }
}
