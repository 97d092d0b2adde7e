// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Threading;

/// <summary>The records of the partition's threads.</summary>
/// <remarks>Those of the first two are made by the linker and begin the list; those of declared
/// threads join when the first one is started. Thread n of the description, from 1, has number 2 +
/// n; the main thread is 0 there.</remarks>
internal static unsafe class ThreadTable
{
    /// <summary>Number of the main thread.</summary>
    internal const int Main = 1;

    /// <summary>Number of the server thread.</summary>
    internal const int Server = 2;

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

    /// <summary>Number in the description; -1 for the server.</summary>
    internal static int IndexOf(ThreadRecord* thread) => thread->Number switch
    {
        Main => 0,
        Server => -1,
        _ => (int)thread->Number - Server,
    };

    /// <summary>CPU that a thread runs on.</summary>
    internal static int CpuOf(ThreadRecord* thread)
    {
        int index = IndexOf(thread);
        return index <= 0 ? PartitionPage.MainCpu : PartitionPage.CpuOf(index);
    }

    [RuntimeImport("bulkhead_main_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* MainThread();
}
