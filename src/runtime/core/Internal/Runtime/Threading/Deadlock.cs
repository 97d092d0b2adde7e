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
    internal static Exception Describe(ThreadRecord* self)
    {
        string text = "Deadlock: " + ThreadNames.Of(self);
        ThreadRecord* at = self;
        for (int step = 0; step < StepsMax; step++)
        {
            at = OwnerFor(at);
            if (at == null)
                break;
            text = text + (step == 0 ? " waits for a lock of " : ", which waits for one of ")
                + ThreadNames.Of(at);
            if (at == self)
                break;
        }
        return new InvalidOperationException(text + ".");
    }

    // Who has the lock that a thread waits for.
    private static ThreadRecord* OwnerFor(ThreadRecord* thread)
    {
        nint word = Volatile.Read(ref thread->LockWord);
        if (word == 0)
            return null;
        ulong owner = Volatile.Read(ref *(ulong*)word) & ObjectLock.OwnerMask;
        // The wait may have ended, and the object with it, while the word was read.
        return Volatile.Read(ref thread->LockWord) == word ? ThreadTable.Of(owner) : null;
    }
}
