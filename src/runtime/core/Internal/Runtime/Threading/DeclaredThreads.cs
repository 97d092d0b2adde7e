// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>The threads of the description: which are free, and their start.</summary>
internal static unsafe class DeclaredThreads
{
    private static readonly object s_gate = new();
    private static readonly Thread?[] s_starting = new Thread?[1 + PartitionPage.ThreadsMax];
    private static readonly bool[] s_isTaken = new bool[1 + PartitionPage.ThreadsMax];

    internal static int CurrentCpu =>
        ThreadTable.CpuOf(ThreadTable.IndexOf(ThreadRecord.Current));

    /// <summary>Starts a thread on the declared one that it belongs to.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="name">Its name; null: the first that is free and of the main thread's
    /// CPU.</param>
    /// <exception cref="InvalidOperationException">There is none, or it is not free.</exception>
    internal static void Start(Thread thread, string? name)
    {
        int index;
        lock (s_gate)
        {
            index = Choose(name);
            // Refused for a thread that was made in a scope: others would outlive it.
            s_starting[index] = thread;
            s_isTaken[index] = true;
        }
        ThreadHooks.Connect(
            &LockWait.Await, &LockWait.NoteRelease, &Bodies.Sleep, &Bodies.BringToRest);
        Bodies.AwaitFree(index);
        Bodies.Start(index, &Enter);
    }

    /// <summary>The calling thread is free for another start.</summary>
    internal static void Release(ThreadRecord* record)
    {
        lock (s_gate)
            s_isTaken[ThreadTable.IndexOf(record)] = false;
    }

    /// <summary>A thread's priority beside the main thread's.</summary>
    internal static ThreadPriority PriorityOf(ThreadRecord* record, string? name)
    {
        int index = record != null ? ThreadTable.IndexOf(record) : name is null ? 0 : Find(name);
        int main = PartitionPage.MainPriority;
        int own = index is <= 0 or >= ThreadTable.Server
            ? main : (int)PartitionPage.Thread(index)->Priority;
        return own == main ? ThreadPriority.Normal
            : own > main ? ThreadPriority.AboveNormal : ThreadPriority.BelowNormal;
    }

    // On the declared thread. Its record may be that of a thread before.
    private static void Enter(ulong argument)
    {
        ThreadRecord* self = ThreadRecord.Current;
        Heap.BeginThread(self);
        int index = (int)argument;
        self->Semaphore = ThreadTable.SemaphoreOf(index);
        ThreadStatics.Renew(self);
        Thread thread;
        lock (s_gate)
        {
            thread = s_starting[index]!;
            s_starting[index] = null;
            self->ManagedThread = thread;
            self->ManagedId = thread.ManagedThreadId;
        }
        Thread.Run();
        Heap.EndThread(self);
    }

    private static int Choose(string? name)
    {
        if (name is not null)
        {
            int index = Find(name);
            if (index == 0)
                throw new InvalidOperationException("The system description declares no thread '"
                    + name + "' for this partition. Write there: threads: [ { name: " + name
                    + ", priority: 50 } ]");
            return !s_isTaken[index] ? index
                : throw new InvalidOperationException(
                    "The thread '" + name + "' runs already; each declared thread runs once at "
                        + "a time.");
        }
        for (int index = 1; index <= PartitionPage.ThreadCount; index++)
        {
            if (!s_isTaken[index] && ThreadTable.CpuOf(index) == PartitionPage.MainCpu)
                return index;
        }
        throw new InvalidOperationException("The system description declares no thread for this "
            + "partition that is free. Write there: threads: [ { name: worker, priority: 50 } ]");
    }

    private static int Find(string name)
    {
        for (int index = 1; index <= PartitionPage.ThreadCount; index++)
        {
            if (ThreadNames.IsName(index, name))
                return index;
        }
        return 0;
    }
}
