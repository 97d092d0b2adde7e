// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>What a thread does while another one has the lock that it wants, and what that one does
/// when it leaves.</summary>
/// <remarks>
/// Where the description declares threads, each of them but the server runs its code as a server of
/// its own scheduling context. Who wants a lock announces itself to the owner and calls it: the
/// kernel lends the owner the caller's time and priority until the call is taken, which the owner
/// does as soon as it has left the lock. Nobody is helped on another processor: there the one who
/// waits sleeps until the owner wakes it.
/// </remarks>
internal static unsafe class LockWait
{
    /// <summary>Waits until it may be worth to try again.</summary>
    /// <param name="word">The lock's word.</param>
    /// <param name="owner">Number of the thread that had it.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>False when the deadline has passed.</returns>
    /// <exception cref="InvalidOperationException">The owner waits for the caller.</exception>
    internal static bool Await(ref ulong word, ulong owner, ulong deadline)
    {
        if (!Bodies.AreDeclared)
        {
            ThreadRecord.Yield();
            return !Deadline.HasPassed(deadline);
        }
        ThreadRecord* holder = ThreadTable.Of(owner);
        if (holder == null)
            return !Deadline.HasPassed(deadline);
        ThreadRecord* self = ThreadRecord.Current;
        ThreadWait.Prepare(self);
        Volatile.Write(ref self->LockWord, (nint)Unsafe.AsPointer(ref word));
        Interlocked.MemoryBarrier();
        bool isDeadlock = Deadlock.Closes(self);
        if (!isDeadlock)
            isDeadlock = !Bodies.TryAwait(self, holder, ref word, deadline);
        Exception? error = isDeadlock ? Deadlock.Describe(self) : null;
        Volatile.Write(ref self->LockWord, 0);
        if (error is not null)
            throw error;
        return !Deadline.HasPassed(deadline);
    }

    /// <summary>The calling thread has left a lock: whoever has announced itself gets its turn.
    /// </summary>
    internal static void Released()
    {
        if (Bodies.AreAnnounced(ThreadRecord.Current))
            Bodies.LetOthers();
    }
}
