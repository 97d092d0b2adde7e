// SPDX-License-Identifier: MIT
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>How threads wait for each other's locks. What is behind is linked, and put here, with
/// the first thread that a program starts: until then there is nobody to wait for but the
/// server.</summary>
internal static unsafe class ThreadHooks
{
    private static delegate*<ushort*, ulong, bool, bool> _await;
    private static delegate*<void> _released;
    private static delegate*<ThreadRecord*, ulong, bool> _sleep;
    private static delegate*<ThreadRecord*, void> _bringToRest;

    /// <summary>Whether the program has started a thread.</summary>
    internal static bool AreConnected => _await != null;

    /// <summary>Connects what waits; before the first other thread runs.</summary>
    /// <param name="await">Waits for the owner of a lock.</param>
    /// <param name="released">Lets those go on who wait for the calling thread.</param>
    /// <param name="sleep">Sleeps until a thread is woken, or a deadline.</param>
    /// <param name="bringToRest">Lets a running thread come to where it looks who waits for
    /// it.</param>
    internal static void Connect(
        delegate*<ushort*, ulong, bool, bool> await, delegate*<void> released,
        delegate*<ThreadRecord*, ulong, bool> sleep,
        delegate*<ThreadRecord*, void> bringToRest)
    {
        _bringToRest = bringToRest;
        _sleep = sleep;
        _released = released;
        _await = await;
    }

    /// <summary>Waits until it may be worth to look at a lock again.</summary>
    /// <param name="owner">Where the number of the thread is that has it.</param>
    /// <param name="deadline">When to give up.</param>
    /// <returns>False when the deadline has passed.</returns>
    internal static bool AwaitLock(ushort* owner, ulong deadline)
    {
        if (_await != null)
            return _await(owner, deadline, true);
        ThreadRecord.Yield();
        return !Deadline.HasPassed(deadline);
    }

    /// <summary>Waits for the thread that runs a static constructor, or divides the heap.
    /// </summary>
    /// <param name="owner">Where its number is.</param>
    /// <returns>False when that thread waits for the calling one.</returns>
    internal static bool AwaitOwner(ushort* owner)
    {
        if (_await != null)
            return _await(owner, Deadline.Never, false);
        ThreadRecord.Yield();
        return true;
    }

    /// <summary>Sleeps until somebody wakes the calling thread.</summary>
    /// <returns>False when the deadline passed before.</returns>
    internal static bool Sleep(ThreadRecord* self, ulong deadline) => _sleep != null
        ? _sleep(self, deadline) : ThreadWait.Down(self->Semaphore, deadline);

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
