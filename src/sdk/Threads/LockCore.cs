// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;

namespace Bulkhead.Threads;

/// <summary>
/// Locks over a word of anybody's, see <see cref="LockWord"/>. Without contention they cost one
/// atomic exchange for each way. A thread that finds its lock taken lends the owner its time and
/// priority when they have the CPU in common; else it sleeps on its semaphore.
/// </summary>
/// <remarks>
/// Who waits first announces himself in the owner's row and then looks at the word again; who
/// releases first changes the word and then looks at his row. So one of the two sees the other.
/// </remarks>
internal static class LockCore
{
    /// <summary>Enters when that needs no wait.</summary>
    /// <param name="word">The lock.</param>
    /// <param name="self">The caller as an owner.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <returns>Whether the caller is in.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryEnter(ref ulong word, ulong self, ulong epoch)
    {
        ulong seen = Volatile.Read(ref word);
        while (true)
        {
            ulong wanted = LockWord.Enter(seen, self, epoch);
            if (wanted == seen) return false;
            ulong held = Interlocked.CompareExchange(ref word, wanted, seen);
            if (held == seen) return true;
            seen = held;
        }
    }

    /// <summary>Enters, and waits for that.</summary>
    /// <param name="word">The lock.</param>
    /// <param name="self">The caller as an owner.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <param name="deadline">When to give up, in counter ticks; all ones: never.</param>
    /// <returns>How it ended.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static LockOutcome Enter(ref ulong word, ulong self, ulong epoch, ulong deadline)
    {
        LockOutcome outcome = LockOutcome.LookAgain;
        while (outcome == LockOutcome.LookAgain)
        {
            if (TryEnter(ref word, self, epoch)) return LockOutcome.Taken;
            ulong owner = LockWord.OwnerOf(Volatile.Read(ref word), self, epoch);
            // Its own, as often as there are entries: nobody else will leave it.
            if (owner == (self & LockWord.OwnerMask)) return LockOutcome.Deadlock;
            if (owner != 0) outcome = LockWait.For(ref word, self, epoch, owner, deadline);
        }
        return outcome;
    }

    /// <summary>Leaves.</summary>
    /// <param name="word">The lock.</param>
    /// <param name="self">The caller as an owner.</param>
    /// <param name="epoch">Bits of the epoch.</param>
    /// <returns>False when the caller does not have the lock; nothing happens then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Exit(ref ulong word, ulong self, ulong epoch)
    {
        ulong seen = Volatile.Read(ref word);
        ulong wanted;
        while (true)
        {
            if (LockWord.OwnerOf(seen, self, epoch) != (self & LockWord.OwnerMask)) return false;
            wanted = LockWord.Leave(seen, epoch);
            // A full barrier: the row below is read after it.
            ulong held = Interlocked.CompareExchange(ref word, wanted, seen);
            if (held == seen) break;
            seen = held;
        }
        uint own = (uint)(self & LockWord.OwnerMask) - 1;
        if (Volatile.Read(ref ThreadMachine.Row(own).Announced) == 0) return true;
        if ((wanted & LockWord.OwnerMask) == 0) LockRelease.Answer(own);
        return true;
    }
}
