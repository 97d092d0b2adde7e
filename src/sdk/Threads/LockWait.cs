// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Threads;

/// <summary>A thread's wait for a lock that another one has.</summary>
internal static class LockWait
{
    private const ulong StatusMask = 0xff;

    // Numbers of Bulkhead.Abi.Status and Reason, which the core library does not see.
    private const ulong Timeout = 1;
    private const ulong Aborted = 2;
    private const ulong CallCycle = 5 | (23 << 8);

    /// <summary>Waits until it is worth to look at the lock again.</summary>
    /// <param name="word">The lock.</param>
    /// <param name="self">The caller as an owner.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>How it ended.</returns>
    internal static LockOutcome For(
        ref ulong word, ulong self, ulong epoch, ulong owner, ulong deadline)
    {
        uint own = (uint)(self & LockWord.OwnerMask) - 1;
        ref ThreadRow row = ref ThreadMachine.Row((uint)owner - 1);
        ref ThreadRow ownRow = ref ThreadMachine.Row(own);
        Volatile.Write(ref ownRow.Wanted, ThreadMachine.AddressOf(ref word));
        ThreadBits.Set(ref row.Announced, own);
        LockOutcome outcome = LockOutcome.LookAgain;
        if (LockWord.OwnerOf(Volatile.Read(ref word), self, epoch) == owner)
        {
            outcome = Wait(ref word, own, (uint)owner - 1, deadline);
        }
        ThreadBits.Clear(ref row.Announced, own);
        Volatile.Write(ref ownRow.Wanted, 0);
        return outcome;
    }

    private static LockOutcome Wait(ref ulong word, uint own, uint owner, ulong deadline)
    {
        // The kernel sees circles of helpers, which are those on one CPU.
        if (ThreadChain.LeadsBack(own)) return LockOutcome.Deadlock;
        bool isHere = ThreadMachine.CpuOf(owner) == ThreadMachine.CpuOf(own);
        ulong code = isHere
            ? ThreadMachine.Arrive(ThreadMachine.PortalOf(owner), ref word, deadline)
            : ThreadMachine.Down(own, deadline);
        if (code == 0) return LockOutcome.LookAgain;
        if (code == CallCycle && ThreadChain.LeadsBack(own)) return LockOutcome.Deadlock;
        ulong status = code & StatusMask;
        if (status == Aborted) return isHere ? LockOutcome.OwnerStopped : LockOutcome.LookAgain;
        if (ThreadMachine.Now() >= deadline) return LockOutcome.TimedOut;
        if (status != Timeout) Rest(own);
        return LockOutcome.LookAgain;
    }

    // Nobody can be helped: the partition declares no threads, or who would be is held up by
    // somebody who helps a former owner of his lock. Less urgent ones must run, too.
    private static void Rest(uint own)
    {
        ulong code = ThreadMachine.Down(own, ThreadMachine.EndOfRest());
        if ((code & StatusMask) is not 0 and not Timeout) ThreadMachine.Yield();
    }
}
