// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Threading;

/// <summary>The records of the partition's threads.</summary>
/// <remarks>Those of the main thread and of the server are made by the linker and begin the list;
/// others join when their threads first run. A thread's index is 0 for the main thread, n for the
/// declared thread n, 7 for the server, 8 + n for the server on another CPU n; its number in locks
/// is one more.</remarks>
internal static unsafe class ThreadTable
{
    /// <summary>Index of the server thread on the partition's CPU.</summary>
    internal const int Server = 1 + PartitionPage.ThreadsMax;

    private const nint ThreadSemaphore = 24;        // Selectors.ThreadSemaphore
    private const nint ServerSemaphore = 160;       // Selectors.ServerSemaphore

    /// <summary>The main thread's, which leads to all others.</summary>
    internal static ThreadRecord* First => MainThread();

    /// <summary>The record of a number; null when there is none.</summary>
    internal static ThreadRecord* Of(ulong number)
    {
        ThreadRecord* at = First;
        while (at != null && (ulong)at->Number != number)
            at = at->Next;
        return at;
    }

    internal static int IndexOf(ThreadRecord* thread) => (int)thread->Number - 1;

    /// <summary>CPU that a thread runs on.</summary>
    internal static int CpuOf(int index)
    {
        if (index > Server)
            return index - Server - 1;
        return index is 0 or Server ? PartitionPage.MainCpu
            : (int)PartitionPage.Thread(index)->Cpu;
    }

    /// <summary>The semaphore that the manager made for a thread.</summary>
    internal static nint SemaphoreOf(int index) => index < Server
        ? ThreadSemaphore + index : ServerSemaphore + CpuOf(index);

    [RuntimeImport("bulkhead_main_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* MainThread();
}
