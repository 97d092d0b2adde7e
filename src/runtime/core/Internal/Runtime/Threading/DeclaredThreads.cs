// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Threads;

namespace Internal.Runtime.Threading;

/// <summary>The threads of the description: which are free, and their start.</summary>
internal static unsafe class DeclaredThreads
{
    private static readonly Thread?[] s_starting = new Thread?[1 + PartitionPage.ThreadsMax];

    // Between the end that the program sees and the thread's last step.
    private static readonly bool[] s_hasEnded = new bool[1 + PartitionPage.ThreadsMax];

    internal static int CurrentCpu =>
        ThreadTable.CpuOf(ThreadTable.IndexOf(ThreadRecord.Current));

    /// <summary>Starts a thread on the declared one that it belongs to.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="name">Its name; null: the first that is free and of the main thread's
    /// CPU.</param>
    /// <exception cref="InvalidOperationException">There is none, or it is not free.</exception>
    internal static void Start(Thread thread, string? name)
    {
        ThreadHooks.Connect();
        uint index = (uint)Claim(name);
        ref ThreadRow row = ref ThreadMachine.Row(index);
        try
        {
            // Refused for a thread that was made in a scope: others would outlive it.
            s_starting[index] = thread;
        }
        catch
        {
            Volatile.Write(ref row.Phase, (int)ThreadPhase.Free);
            throw;
        }
        delegate*<ulong, void> method = &Enter;
        row.Method = (nint)method;
        row.Argument = index;
        ThreadMachine.Up(index);
    }

    /// <summary>The calling thread is about to be free for another start.</summary>
    internal static void Release(ThreadRecord* record) =>
        Volatile.Write(ref s_hasEnded[ThreadTable.IndexOf(record)], true);

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
        ThreadStatics.Renew(self);
        Thread thread = s_starting[argument]!;
        s_starting[argument] = null;
        self->ManagedThread = thread;
        self->ManagedId = thread.ManagedThreadId;
        Thread.Run();
        Heap.EndThread(self);
    }

    // Whoever makes a thread requested that was free has it.
    private static int Claim(string? name)
    {
        if (name is not null)
        {
            int named = Find(name);
            if (named == 0)
                throw new InvalidOperationException("The system description declares no thread '"
                    + name + "' for this partition. Write there: threads: [ { name: " + name
                    + ", priority: 50 } ]");
            return TryClaim(named) ? named
                : throw new InvalidOperationException("The thread '" + name
                    + "' runs already: each declared thread runs once at a time.");
        }
        for (int index = 1; index <= PartitionPage.ThreadCount; index++)
        {
            if (ThreadTable.CpuOf(index) == PartitionPage.MainCpu && TryClaim(index))
                return index;
        }
        throw new InvalidOperationException("The system description declares no thread for this "
            + "partition that is free. Write there: threads: [ { name: worker, priority: 50 } ]");
    }

    private static bool TryClaim(int index)
    {
        if (Volatile.Read(ref s_hasEnded[index]))
            Contention.AwaitFree((uint)index);
        if (Interlocked.CompareExchange(ref ThreadMachine.Row((uint)index).Phase,
            (int)ThreadPhase.Requested, (int)ThreadPhase.Free) != (int)ThreadPhase.Free)
            return false;
        Volatile.Write(ref s_hasEnded[index], false);
        return true;
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
