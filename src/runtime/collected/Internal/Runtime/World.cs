// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime;

/// <summary>Brings threads to rest for a collection, and lets one at a time divide the heap.
/// </summary>
/// <remarks>
/// A thread rests while it waits for the kernel, for the heap, or for the end of a collection; the
/// server thread is outside between two calls. A thread that finds the server in the midst of a
/// call makes a call of its own: the kernel lets the server finish with the caller's time and
/// priority, and the next thing that the server does is to collect. A server that finds the main
/// thread running cannot make it rest, as it may have been interrupted anywhere.
/// </remarks>
internal static unsafe class World
{
    private static int _heapIsHeld;
    private static int _isWanted;

    /// <summary>Waits until nobody else divides the heap; the thread rests meanwhile.</summary>
    internal static void HoldHeap()
    {
        while (Interlocked.CompareExchange(ref _heapIsHeld, 1, 0) != 0)
            PauseResting();
    }

    internal static void LetHeap() => Volatile.Write(ref _heapIsHeld, 0);

    /// <summary>Collects if all other threads rest, or can be made to. The caller holds the heap.
    /// </summary>
    /// <returns>False when one does not.</returns>
    internal static bool TryCollect()
    {
        if (!Collection.IsAllowed)
            return false;
        if (TryCollectNow())
            return true;
        if (ThreadRecord.Current != Roots.MainThread())
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
        Interlocked.Exchange(ref *Collecting(), 1);
        bool isPossible = OthersRest();
        if (isPossible)
            CollectResting();
        Volatile.Write(ref *Collecting(), 0);
        return isPossible;
    }

    private static bool OthersRest()
    {
        ThreadRecord* self = ThreadRecord.Current;
        for (ThreadRecord* thread = Roots.MainThread(); thread != null; thread = thread->Next)
        {
            if (thread != self && Volatile.Read(ref thread->State) == ThreadState.Running)
                return false;
        }
        return true;
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

    [RuntimeImport("bulkhead_collecting")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int* Collecting();

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
