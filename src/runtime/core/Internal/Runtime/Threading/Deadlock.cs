// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>Finds threads that wait for each other's locks.</summary>
/// <remarks>Each thread says what it waits for before it looks: of several that close a circle, the
/// last one sees it whole.</remarks>
internal static unsafe class Deadlock
{
    // As many as there are threads.
    private const int StepsMax = 2 + PartitionPage.ThreadsMax;

    /// <summary>Whether who owns the lock that a thread waits for waits for that thread, also by
    /// way of others.</summary>
    internal static bool Closes(ThreadRecord* self)
    {
        ThreadRecord* at = self;
        for (int step = 0; step < StepsMax; step++)
        {
            at = OwnerFor(at);
            if (at == null)
                return false;
            if (at == self)
                return true;
        }
        return false;
    }

    /// <summary>The exception that says who waits for whom; the thread still says what it waits
    /// for.</summary>
    /// <param name="self">The thread.</param>
    /// <param name="holder">Who has the lock that it waits for.</param>
    internal static Exception Describe(ThreadRecord* self, ThreadRecord* holder)
    {
        string text = "Deadlock: " + ThreadNames.Of(self) + " waits for a lock of "
            + ThreadNames.Of(holder);
        ThreadRecord* at = holder;
        for (int step = 0; step < StepsMax && at != self; step++)
        {
            ThreadRecord* next = OwnerFor(at);
            // Who waits for a call of its own has no lock to wait for.
            text = next == null ? text + ", which calls " + ThreadNames.Of(self)
                : text + ", which waits for one of " + ThreadNames.Of(next);
            at = next == null ? self : next;
        }
        return new InvalidOperationException(text + ".");
    }

    // Who has the lock that a thread waits for.
    private static ThreadRecord* OwnerFor(ThreadRecord* thread)
    {
        nint word = Volatile.Read(ref thread->LockWord);
        if (word == 0)
            return null;
        ulong owner = Volatile.Read(ref *(ushort*)word);
        // The wait may have ended, and the object with it, while the word was read.
        return Volatile.Read(ref thread->LockWord) == word ? ThreadTable.Of(owner) : null;
    }
}
