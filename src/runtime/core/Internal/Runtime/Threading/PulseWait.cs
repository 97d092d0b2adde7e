// SPDX-License-Identifier: MIT
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>Waits that another thread ends: each thread's record says what it waits for.</summary>
/// <remarks>
/// Both sides hold the lock that guards the key, but for a wait whose deadline passes: whoever
/// changes the record from the key to 0 has ended the wait.
/// </remarks>
internal static unsafe class PulseWait
{
    private static long _lastTicket;

    /// <summary>Says what the calling thread is about to wait for.</summary>
    /// <param name="self">The calling thread.</param>
    /// <param name="key">An address that stands for it, not 0.</param>
    internal static void Begin(ThreadRecord* self, nint key)
    {
        ThreadSleep.Prepare(self);
        self->WaitTicket = (nint)Interlocked.Increment(ref _lastTicket);
        Volatile.Write(ref self->WaitKey, key);
    }

    /// <summary>Waits; outside of the lock.</summary>
    /// <returns>False when the deadline passed before a pulse.</returns>
    internal static bool Await(ThreadRecord* self, nint key, ulong deadline)
    {
        while (Volatile.Read(ref self->WaitKey) != 0)
        {
            if (!ThreadSleep.Until(self, deadline))
                return Interlocked.CompareExchange(ref self->WaitKey, 0, key) != key;
        }
        return true;
    }

    /// <summary>Ends the wait of the one who has waited for longest, or of all.</summary>
    internal static void Pulse(nint key, bool all)
    {
        do
        {
            ThreadRecord* first = First(key);
            if (first == null)
                return;
            // Its deadline may have passed just now: then the pulse is another's.
            bool isEnded =
                Interlocked.CompareExchange(ref first->WaitKey, 0, key) == key;
            if (!isEnded)
                continue;
            ThreadSleep.Wake(first);
            if (!all)
                return;
        }
        while (true);
    }

    private static ThreadRecord* First(nint key)
    {
        ThreadRecord* first = null;
        for (ThreadRecord* at = ThreadTable.First; at != null; at = at->Next)
        {
            if (Volatile.Read(ref at->WaitKey) == key
                && (first == null || at->WaitTicket < first->WaitTicket))
                first = at;
        }
        return first;
    }
}
