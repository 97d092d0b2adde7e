// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Threading;

/// <summary>How threads wait for each other. What is behind is linked, and put here, with the first
/// thread that a program starts: until then there is nobody to wait for but the server.</summary>
internal static unsafe class ThreadHooks
{
    private static delegate*<ref ulong, ulong, ulong, bool, bool> _await;
    private static delegate*<void> _released;
    private static delegate*<ThreadRecord*, ulong, ulong> _sleep;
    private static delegate*<ThreadRecord*, void> _bringToRest;

    /// <summary>Whether the program has started a thread.</summary>
    internal static bool AreConnected => _await != null;

    /// <summary>Connects what waits; before the first other thread runs.</summary>
    internal static void Connect()
    {
        _bringToRest = &Contention.BringToRest;
        _sleep = &Contention.Sleep;
        _released = &Contention.NoteRelease;
        _await = &Contention.Await;
    }

    /// <summary>Waits until it may be worth to look at a lock again.</summary>
    /// <param name="word">Its word.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>False when the deadline has passed.</returns>
    internal static bool AwaitLock(ref ulong word, ulong deadline)
    {
        if (_await != null)
            return _await(ref word, 0, deadline, true);
        ThreadRecord.Yield();
        return !Deadline.HasPassed(deadline);
    }

    /// <summary>Waits for the thread that runs a static constructor, or divides the heap.
    /// </summary>
    /// <param name="word">Holds its number.</param>
    /// <param name="epoch">Bits that are set while it does.</param>
    /// <returns>False when that thread waits for the calling one.</returns>
    internal static bool AwaitOwner(ref ulong word, ulong epoch)
    {
        if (_await != null)
            return _await(ref word, epoch, Deadline.Never, false);
        ThreadRecord.Yield();
        return true;
    }

    /// <summary>Sleeps until somebody wakes the calling thread.</summary>
    /// <returns>The kernel's result.</returns>
    internal static ulong Sleep(ThreadRecord* self, ulong deadline) => _sleep != null
        ? _sleep(self, deadline) : ThreadSleep.Down(self, deadline);

    /// <summary>The calling thread has given something back.</summary>
    internal static void NoteRelease()
    {
        if (_released != null)
            _released();
    }

    /// <summary>Lets a running thread go on, in the caller's time where it has the same processor,
    /// until it looks who waits for it.</summary>
    internal static void BringToRest(ThreadRecord* thread) => _bringToRest(thread);
}
