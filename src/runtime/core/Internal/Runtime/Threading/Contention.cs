// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Threads;

namespace Internal.Runtime.Threading;

/// <summary>Waits for other threads, as the SDK's lock has them (<see cref="LockWait"/>): whoever
/// waits lends the owner its time and priority. Linked with the first thread that a program
/// starts.</summary>
internal static unsafe class Contention
{
    private const ulong PausesPerSecond = 20_000;
    private const ulong SlicesPerSecond = 1_000;
    private const ulong Nobody = 0;

    /// <summary>Waits until it may be worth to look at a lock again.</summary>
    /// <param name="word">Its word.</param>
    /// <param name="epoch">Bits that are set while it is a lock, see
    /// <see cref="LockWord"/>.</param>
    /// <param name="deadline">When to give up.</param>
    /// <param name="isLock">Whether a wait for each other is an error; else nobody waits then.
    /// </param>
    /// <returns>False when the deadline has passed, or nobody waits.</returns>
    /// <exception cref="InvalidOperationException">The owner waits for the caller, or was
    /// stopped.</exception>
    internal static bool Await(ref ulong word, ulong epoch, ulong deadline, bool isLock)
    {
        ulong self = (uint)ThreadRecord.CurrentNumber | epoch;
        ulong owner = LockWord.OwnerOf(Volatile.Read(ref word), self, epoch);
        if (owner == 0)
            return true;
        ThreadSleep.Prepare(ThreadRecord.Current);
        // At most for a slice, as on one processor: whoever has missed the end of a wait looks
        // again.
        ulong slice = Math.Min(deadline, Deadline.Now + Deadline.Ticks(SlicesPerSecond));
        LockOutcome outcome = LockWait.For(ref word, self, epoch, owner, slice);
        if (outcome == LockOutcome.OwnerStopped)
            throw new InvalidOperationException(
                ThreadNames.Of(owner) + " was stopped in the midst of what the caller waits for.");
        if (outcome == LockOutcome.Deadlock && isLock)
            throw Deadlock(self & LockWord.OwnerMask, owner);
        return outcome != LockOutcome.Deadlock && !Deadline.HasPassed(deadline);
    }

    /// <summary>The calling thread has given something back: whoever has announced itself gets its
    /// turn.</summary>
    internal static void NoteRelease()
    {
        // What was given back is seen before this is read; the other side does it the other way
        // round.
        Interlocked.MemoryBarrier();
        uint own = (uint)ThreadRecord.CurrentNumber - 1;
        if (Volatile.Read(ref ThreadMachine.Row(own).Announced) != 0)
            LockRelease.Answer(own);
    }

    /// <summary>Sleeps; whoever has lent the thread its time goes on meanwhile.</summary>
    /// <returns>The kernel's result.</returns>
    internal static ulong Sleep(ThreadRecord* self, ulong deadline) =>
        ThreadWait.Until((uint)self->Number - 1, deadline);

    /// <summary>Lends a running thread the caller's time for a moment; it looks who has announced
    /// himself when it wants memory or gives something back. One of another processor runs by
    /// itself.</summary>
    internal static void BringToRest(ThreadRecord* thread) =>
        Lend((uint)thread->Number - 1, Nobody);

    /// <summary>Waits while a thread of which the program knows that it has ended takes its last
    /// steps.</summary>
    internal static void AwaitFree(uint index)
    {
        ref ThreadRow row = ref ThreadMachine.Row(index);
        while (Volatile.Read(ref row.Phase) != (int)ThreadPhase.Free)
            Lend(index, index + 1);
    }

    // As a lock's word: a thread that rests goes on when it is the owner.
    private static void Lend(uint index, ulong word)
    {
        ThreadRecord* self = ThreadRecord.Current;
        uint own = (uint)self->Number - 1;
        if (ThreadMachine.CpuOf(index) != ThreadMachine.CpuOf(own))
        {
            ThreadSleep.Prepare(self);
            Sleep(self, Deadline.Now + Deadline.Ticks(PausesPerSecond));
            return;
        }
        ref ThreadRow row = ref ThreadMachine.Row(index);
        ThreadBits.Set(ref row.Announced, own);
        ThreadMachine.Arrive(ThreadMachine.PortalOf(index), ref word, Deadline.Never);
        ThreadBits.Clear(ref row.Announced, own);
    }

    // Who waits for whom, from what the rows say; others may go on meanwhile.
    private static InvalidOperationException Deadlock(ulong self, ulong owner)
    {
        string text = "Deadlock: " + ThreadNames.Of(self) + " waits for a lock of "
            + ThreadNames.Of(owner);
        for (uint step = 0; step < ThreadRow.Count && owner != self; step++)
        {
            ulong next = ThreadChain.OwnerFor((uint)owner - 1);
            if (next == 0)
                next = self;
            text = text + ", which waits for one of " + ThreadNames.Of(next);
            owner = next;
        }
        return new InvalidOperationException(text + ".");
    }
}
