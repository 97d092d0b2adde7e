// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Threads;

/// <summary>What threads need of hand-written code and of the kernel.</summary>
// SAFETY: rows are a static table, whose indices come from the words of locks and the thread's own
// record; words of locks do not move, and lie in memory that outlives the wait for them.
internal static unsafe class ThreadMachine
{
    // Selectors, see Bulkhead.Abi.Selectors.
    private const uint ServerHelp = 8;
    private const uint BodyPortal = 16;
    private const uint ThreadSemaphore = 24;
    private const uint ServerSemaphore = 160;

    /// <summary>A thread's row.</summary>
    internal static ref ThreadRow Row(uint index) =>
        ref ((ThreadRow*)Rows())[index % ThreadRow.Count];

    /// <summary>A portal into a thread.</summary>
    internal static uint PortalOf(uint index) => index < ThreadRow.OwnServer
        ? BodyPortal + index : ServerHelp + (uint)CpuOf(index);

    /// <summary>A thread's semaphore.</summary>
    internal static uint SemaphoreOf(uint index) => index < ThreadRow.OwnServer
        ? ThreadSemaphore + index : ServerSemaphore + (uint)CpuOf(index);

    /// <summary>Waits on a thread's semaphore.</summary>
    internal static ulong Down(uint index, ulong deadline) =>
        SemaphoreDown(SemaphoreOf(index), deadline, 0);

    /// <summary>Raises a thread's semaphore.</summary>
    internal static ulong Up(uint index) => SemaphoreUp(SemaphoreOf(index));

    /// <summary>Lends the caller's time to who has a lock, for a slice at most.</summary>
    internal static ulong Arrive(uint portal, ref ulong word, ulong deadline) =>
        ArriveAt(portal, (ulong*)Unsafe.AsPointer(ref word), deadline);

    /// <summary>Address of a lock's word.</summary>
    internal static nint AddressOf(ref ulong word) => (nint)Unsafe.AsPointer(ref word);

    /// <summary>The word at an address that <see cref="AddressOf"/> gave.</summary>
    internal static ulong WordAt(nint address) =>
        System.Threading.Volatile.Read(ref *(ulong*)address);

    /// <summary>Row of the calling thread.</summary>
    [RuntimeImport("bulkhead_thread_index")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint Index();

    /// <summary>CPU of a thread.</summary>
    [RuntimeImport("bulkhead_thread_cpu")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint CpuOf(ulong index);

    /// <summary>The calling body goes back to whoever has lent it time.</summary>
    [RuntimeImport("bulkhead_park")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Park(ulong index, BodyState state, ulong deadline);

    /// <summary>Lets threads of equal priority run.</summary>
    [RuntimeImport("bulkhead_yield")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Yield();

    [RuntimeImport("bulkhead_thread_rows")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void* Rows();

    [RuntimeImport("bulkhead_arrive")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ArriveAt(ulong portal, ulong* word, ulong deadline);

    [RuntimeImport("bulkhead_semaphore_up")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong SemaphoreUp(ulong selector);

    [RuntimeImport("bulkhead_semaphore_down")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong SemaphoreDown(ulong selector, ulong deadline, ulong all);

    /// <summary>The counter now.</summary>
    [RuntimeImport("bulkhead_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Now();

    /// <summary>When a rest of 1/65536 s from now ends.</summary>
    [RuntimeImport("bulkhead_end_of_rest")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong EndOfRest();

}
