// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Threading;

namespace Bulkhead.Native;

/// <summary>
/// Guards state that the server threads of a partition share when it serves several CPUs. A server
/// thread on one CPU works for one caller at a time, so whoever waits here waits for another CPU.
/// The default value is free.
/// </summary>
/// <remarks>
/// For server threads alone: a main thread that waited for a server thread of its own CPU, which
/// runs at a caller's lower priority, would never see it finish; it calls its server thread
/// instead. Nobody helps across CPUs: the wait lasts as long as the holder's work, and longer while
/// the holder's CPU has others to run. So hold it for a few instructions, or share it only with
/// whom one must wait for anyway. A thread does not enter twice.
/// </remarks>
public struct ServerLock
{
    /// <summary>Looks at the lock between two chances for threads of equal priority.</summary>
    public const int SpinsMax = 64;

    private int _isTaken;

    /// <summary>Takes the lock when it is free.</summary>
    /// <returns>Whether it was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter() => Interlocked.CompareExchange(ref _isTaken, 1, 0) == 0;

    /// <summary>Takes the lock, and waits until it is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (!TryEnter()) Wait();
    }

    /// <summary>Gives the lock back: who enters next sees everything that was written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => Volatile.Write(ref _isTaken, 0);

    /// <summary>Looks until the lock is free, for a bounded time: reads alone, so that the holder
    /// keeps its cache line.</summary>
    /// <returns>Whether it was seen free and taken.</returns>
    public bool Spin()
    {
        for (int count = 0; count < SpinsMax; count++)
        {
            if (Volatile.Read(ref _isTaken) == 0 && TryEnter()) return true;
        }
        return false;
    }

    // Not bounded by a number: the holder decides.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait()
    {
        while (!Spin()) Kernel.Yield();
    }
}
