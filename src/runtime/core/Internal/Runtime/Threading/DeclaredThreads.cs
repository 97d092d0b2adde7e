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

    internal static int CurrentCpu => ThreadTable.CpuOf(ThreadRecord.Current);

    /// <summary>Starts a thread on the declared one that it belongs to.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="name">Its name; null: the first that is free and of the main thread's
    /// CPU.</param>
    /// <param name="record">The declared thread's record.</param>
    /// <exception cref="InvalidOperationException">There is none, or it is not free.</exception>
    internal static void Start(Thread thread, string? name, ref ThreadRecord* record)
    {
        int index;
        lock (s_gate)
        {
            index = Choose(name);
            // Refused for a thread that was made in a scope: the others would outlive it.
            s_starting[index] = thread;
            s_isTaken[index] = true;
        }
        record = Bodies.Record(index);
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
        int own = index <= 0 ? main : (int)PartitionPage.Thread(index)->Priority;
        return own == main ? ThreadPriority.Normal
            : own > main ? ThreadPriority.AboveNormal : ThreadPriority.BelowNormal;
    }

    // On the declared thread, whose record is as new.
    private static void Enter()
    {
        ThreadRecord* self = ThreadRecord.Current;
        int index = ThreadTable.IndexOf(self);
        Thread thread;
        lock (s_gate)
        {
            thread = s_starting[index]!;
            s_starting[index] = null;
            self->ManagedThread = thread;
            self->ManagedId = thread.ManagedThreadId;
        }
        Thread.Run();
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
            if (!s_isTaken[index] && PartitionPage.CpuOf(index) == PartitionPage.MainCpu)
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
