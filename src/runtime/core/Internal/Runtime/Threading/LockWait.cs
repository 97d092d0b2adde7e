// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>What a thread does while another one has the lock that it wants, and what that one does
/// when it leaves.</summary>
/// <remarks>
/// Who wants a lock announces itself to the owner and calls it: the kernel lends the owner the
/// caller's time and priority until the call is taken, which the owner does as soon as it has given
/// a lock back, or when it waits. Nobody is helped on another processor: there the one who waits
/// sleeps until the owner wakes it.
/// </remarks>
internal static unsafe class LockWait
{
    /// <summary>Waits until it may be worth to look again.</summary>
    /// <param name="owner">Where the number of the thread is that has it.</param>
    /// <param name="deadline">When to give up.</param>
    /// <param name="isLock">Whether a wait for each other is an error; else nobody waits then.
    /// </param>
    /// <returns>False when the deadline has passed, or nobody waits.</returns>
    /// <exception cref="InvalidOperationException">The owner waits for the caller.</exception>
    internal static bool Await(ushort* owner, ulong deadline, bool isLock)
    {
        ThreadRecord* holder = ThreadTable.Of(Volatile.Read(ref *owner));
        if (holder == null)
            return !Deadline.HasPassed(deadline);
        ThreadRecord* self = ThreadRecord.Current;
        ThreadWait.Prepare(self);
        Volatile.Write(ref self->LockWord, (nint)owner);
        Interlocked.MemoryBarrier();
        bool isOrdered = !Deadlock.Closes(self)
            && Bodies.TryAwait(self, holder, owner, deadline);
        Exception? error = !isOrdered && isLock ? Deadlock.Describe(self, holder) : null;
        Volatile.Write(ref self->LockWord, 0);
        if (error is not null)
            throw error;
        return isOrdered && !Deadline.HasPassed(deadline);
    }

    /// <summary>The calling thread has given something back: whoever has announced itself gets its
    /// turn.</summary>
    internal static void NoteRelease()
    {
        int own = ThreadTable.IndexOf(ThreadRecord.Current);
        if (Bodies.AreAnnounced(own))
            Bodies.LetOthers(own);
    }
}
