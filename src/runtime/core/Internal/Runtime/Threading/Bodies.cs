// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime.Threading;

/// <summary>Threads as hand-written code and the kernel have them: each runs the program's code as a
/// server of its own scheduling context, so that others can call it and lend it their time.
/// </summary>
internal static unsafe class Bodies
{
    private const ulong ServerHelpPortal = 8;       // Selectors.ServerHelp
    private const ulong BodyPortal = 16;            // Selectors.BodyPortal
    private const ulong Parked = 2;
    private const ulong Waiting = 3;
    private const ulong CallCycle = 23;             // Reason.CallCycle
    private const int ReasonShift = 8;              // ResultCode
    private const ulong PausesPerSecond = 20_000;
    private const int IndicesMax = 16;

    internal static BodyRow* RowOf(int index) => Rows() + index;

    /// <summary>Lets a declared thread, which is free, run a method.</summary>
    internal static void Start(int index, delegate*<ulong, void> method)
    {
        BodyRow* row = RowOf(index);
        row->Method = method;
        row->Argument = (ulong)index;
        Volatile.Write(ref row->Phase, BodyRow.Requested);
        ThreadWait.Wake(ThreadTable.SemaphoreOf(index));
    }

    /// <summary>Waits while a thread of which the program knows that it has ended takes its last
    /// steps.</summary>
    internal static void AwaitFree(int index)
    {
        BodyRow* row = RowOf(index);
        ushort nobody = 0;
        bool isNear = ThreadTable.CpuOf(index) == DeclaredThreads.CurrentCpu;
        while (Volatile.Read(ref row->Phase) != BodyRow.Free)
        {
            if (isNear)
                Lend(index, &nobody, Deadline.Never);
            else
                Sleep(ThreadRecord.Current, Deadline.Now + Deadline.Ticks(PausesPerSecond));
        }
    }

    /// <summary>Sleeps: a thread with a body leaves its time to the carrier, so that others can
    /// come to it meanwhile.</summary>
    /// <returns>False when the deadline passed before somebody raised its semaphore.</returns>
    internal static bool Sleep(ThreadRecord* self, ulong deadline)
    {
        int index = ThreadTable.IndexOf(self);
        return index >= ThreadTable.Server
            ? ThreadWait.Down(ThreadTable.SemaphoreOf(index), deadline)
            : Park((ulong)index, Waiting, deadline) == 0 || !Deadline.HasPassed(deadline);
    }

    /// <summary>Waits for the owner of a lock, at most for a slice of time.</summary>
    /// <returns>False when the owner waits for the caller.</returns>
    internal static bool TryAwait(
        ThreadRecord* self, ThreadRecord* holder, ushort* owner, ulong deadline)
    {
        int own = ThreadTable.IndexOf(self);
        int other = ThreadTable.IndexOf(holder);
        ulong bit = 1ul << own;
        ref ulong announced = ref RowOf(other)->Announced;
        Interlocked.Or(ref announced, bit);
        bool isOrdered = true;
        // Whoever gives the lock back from now on sees the bit.
        if (Volatile.Read(ref *owner) == (ulong)holder->Number)
        {
            if (ThreadTable.CpuOf(own) == ThreadTable.CpuOf(other))
                isOrdered = Lend(other, owner, deadline);
            else
                Sleep(self, deadline);
        }
        Interlocked.And(ref announced, ~bit);
        return isOrdered;
    }

    /// <summary>Lends a running thread the caller's time for a moment; it looks who has announced
    /// himself when it wants memory or gives something back. One of another processor runs by
    /// itself.</summary>
    internal static void BringToRest(ThreadRecord* thread)
    {
        ThreadRecord* self = ThreadRecord.Current;
        int own = ThreadTable.IndexOf(self);
        int other = ThreadTable.IndexOf(thread);
        ulong deadline = Deadline.Now + Deadline.Ticks(PausesPerSecond);
        if (ThreadTable.CpuOf(own) != ThreadTable.CpuOf(other))
        {
            Sleep(self, deadline);
            return;
        }
        ushort nobody = 0;
        ref ulong announced = ref RowOf(other)->Announced;
        Interlocked.Or(ref announced, 1ul << own);
        Lend(other, &nobody, Deadline.Never);
        Interlocked.And(ref announced, ~(1ul << own));
    }

    /// <summary>Whether somebody waits for one of the thread's locks.</summary>
    internal static bool AreAnnounced(int index)
    {
        // The lock was given back before this is read; the other side does it the other way round.
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref RowOf(index)->Announced) != 0;
    }

    /// <summary>Wakes those on other processors who wait for the calling thread's locks, and lets
    /// those on its own go first.</summary>
    internal static void LetOthers(int own)
    {
        ref ulong announced = ref RowOf(own)->Announced;
        ulong all = Volatile.Read(ref announced);
        ulong others = 0;
        int cpu = ThreadTable.CpuOf(own);
        for (int index = 0; index < IndicesMax; index++)
        {
            ulong bit = 1ul << index;
            if ((all & bit) == 0 || ThreadTable.CpuOf(index) == cpu)
                continue;
            others |= bit;
            Interlocked.And(ref announced, ~bit);
            ThreadWait.Wake(ThreadTable.SemaphoreOf(index));
        }
        // A server's callers wait for the end of its call.
        if (all != others && own < ThreadTable.Server)
            Park((ulong)own, Parked, 0);
    }

    // Lends a thread of the same processor the caller's time.
    private static bool Lend(int index, ushort* owner, ulong deadline)
    {
        ulong portal = index < ThreadTable.Server
            ? BodyPortal + (ulong)index : ServerHelpPortal + (ulong)ThreadTable.CpuOf(index);
        ulong code = Arrive(portal, owner, deadline);
        return code >> ReasonShift != CallCycle;
    }

    [RuntimeImport("bulkhead_thread_rows")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern BodyRow* Rows();

    [RuntimeImport("bulkhead_arrive")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Arrive(ulong portal, ushort* owner, ulong deadline);

    [RuntimeImport("bulkhead_park")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Park(ulong index, ulong state, ulong deadline);
}
