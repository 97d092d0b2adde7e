// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>Brings threads to rest for a collection, and lets one at a time divide the heap.
/// </summary>
/// <remarks>
/// A thread rests while it waits for the kernel, for the heap, or for the end of a collection; the
/// server thread is outside between two calls, a declared thread before and after its run. Where
/// threads are declared, the one that collects lends each running one of its processor its own time
/// and priority, until that one wants memory, gives a lock back, waits or ends; it waits for those
/// of other processors. Where none are declared, a thread that finds the server in the midst of a
/// call makes a call of its own: the kernel lets the server finish with the caller's time and
/// priority, and the next thing that the server does is to collect. A server that finds the main
/// thread running cannot make it rest then, as it may have been interrupted anywhere.
/// </remarks>
internal static unsafe class World
{
    private const ulong WaitsPerSecond = 100;       // 10 ms

    // Number of the thread, as in locks: whoever waits lends it time.
    private static ulong _heapOwner;
    private static int _isWanted;

    /// <summary>Waits until nobody else divides the heap; the thread rests meanwhile.</summary>
    internal static void HoldHeap()
    {
        ulong self = (ulong)ThreadRecord.CurrentNumber;
        while (Interlocked.CompareExchange(ref _heapOwner, self, 0) != 0)
        {
            if (!ThreadHooks.AreConnected)
            {
                PauseResting();
                continue;
            }
            // Who collects may be among those who wait for this thread.
            ThreadHooks.NoteRelease();
            ThreadHooks.AwaitOwner(ref _heapOwner, 0);
        }
    }

    internal static void LetHeap()
    {
        Volatile.Write(ref _heapOwner, 0);
        ThreadHooks.NoteRelease();
    }

    /// <summary>Collects if all other threads rest, or can be made to. The caller holds the heap.
    /// </summary>
    /// <returns>False when one does not.</returns>
    internal static bool TryCollect()
    {
        if (!Collection.IsAllowed)
            return false;
        if (TryCollectNow())
            return true;
        if (ThreadHooks.AreConnected || ThreadRecord.Current != Roots.MainThread())
            return false;
        Volatile.Write(ref _isWanted, 1);
        LetHeap();
        AskServer();
        HoldHeap();
        // The server cleared it when it collected for this thread.
        return Interlocked.Exchange(ref _isWanted, 0) == 0 || TryCollectNow();
    }

    private static bool TryCollectNow()
    {
        // Whoever wakes now sees this, or is seen below.
        Interlocked.Exchange(ref *Collector(), (int)ThreadRecord.Current->Number);
        bool isPossible = FirstRunning() == null || AwaitOthers();
        if (isPossible)
            CollectResting();
        Volatile.Write(ref *Collector(), 0);
        return isPossible;
    }

    private static ThreadRecord* FirstRunning()
    {
        ThreadRecord* self = ThreadRecord.Current;
        ThreadRecord* thread = Roots.MainThread();
        while (thread != null
            && (thread == self || Volatile.Read(ref thread->State) != ThreadState.Running))
            thread = thread->Next;
        return thread;
    }

    // One after the other comes to rest, and stays there until the collection is over.
    private static bool AwaitOthers()
    {
        if (!ThreadHooks.AreConnected)
            return false;
        ulong deadline = Deadline.Now + Deadline.Ticks(WaitsPerSecond);
        while (FirstRunning() is var running && running != null)
        {
            if (Deadline.HasPassed(deadline))
                return false;
            ThreadHooks.BringToRest(running);
        }
        return true;
    }

    /// <summary>A declared thread starts: nothing is on its stack yet.</summary>
    internal static void Join(ThreadRecord* thread)
    {
        while (true)
        {
            Interlocked.Exchange(ref thread->State, ThreadState.Running);
            if (Volatile.Read(ref *Collector()) == 0)
                return;
            Volatile.Write(ref thread->State, ThreadState.Outside);
            ThreadRecord.Yield();
        }
    }

    // The server before a call: nothing of it is on its stack.
    [RuntimeExport("bulkhead_request_begin")]
    private static void BeginRequest()
    {
        if (Volatile.Read(ref _isWanted) == 0)
            return;
        HoldHeap();
        if (_isWanted != 0 && TryCollectNow())
            _isWanted = 0;
        LetHeap();
    }

    [RuntimeImport("bulkhead_collector")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int* Collector();

    [RuntimeImport("bulkhead_collect_resting")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void CollectResting();

    [RuntimeImport("bulkhead_pause_resting")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void PauseResting();

    [RuntimeImport("bulkhead_ask_server")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void AskServer();
}
