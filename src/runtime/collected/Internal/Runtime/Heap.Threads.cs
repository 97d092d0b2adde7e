// SPDX-License-Identifier: MIT
using Internal.Runtime.Threading;

namespace Internal.Runtime;

internal static unsafe partial class Heap
{
    /// <summary>A declared thread starts: from now on it may touch objects.</summary>
    internal static void BeginThread(ThreadRecord* thread)
    {
        // Its sleep in a collection is on its own semaphore.
        ThreadSleep.Prepare(thread);
        World.Join(thread);
    }

    /// <summary>A declared thread ends: nothing of it is on its stack any more.</summary>
    internal static void EndThread(ThreadRecord* thread)
    {
        thread->ManagedThread = null;
        System.Threading.Volatile.Write(ref thread->State, ThreadState.Outside);
    }
}
