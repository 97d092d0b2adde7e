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

    /// <summary>The main thread's, which leads to all others.</summary>
    internal static ThreadRecord* First => MainThread();

    internal static int IndexOf(ThreadRecord* thread) => (int)thread->Number - 1;

    /// <summary>CPU that a thread runs on.</summary>
    internal static int CpuOf(int index)
    {
        if (index > Server)
            return index - Server - 1;
        return index is 0 or Server ? PartitionPage.MainCpu
            : (int)PartitionPage.Thread(index)->Cpu;
    }

    [RuntimeImport("bulkhead_main_thread")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* MainThread();
}
