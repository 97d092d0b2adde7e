// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Threading;

/// <summary>A thread's sleep: each has a semaphore of its own.</summary>
/// <remarks>A semaphore may be raised for a reason that is gone: whoever was woken looks again at
/// what it waits for.</remarks>
internal static unsafe class ThreadSleep
{
    // Less a thread's number: of the last selectors, which programs leave to the runtime. In a
    // partition that declares threads the manager makes their semaphores.
    private const nint FirstSelector = 252;

    private const nint ThreadSemaphore = 24;        // Selectors.ThreadSemaphore
    private const nint ServerSemaphore = 160;       // Selectors.ServerSemaphore
    private const ulong TakeAll = 1;

    [StructLayout(LayoutKind.Sequential)]
    private struct Answer
    {
        internal ulong Code;
        internal ulong Count;
    }

    /// <summary>Makes the thread's semaphore where it has none. Before it says what it waits
    /// for.</summary>
    internal static void Prepare(ThreadRecord* self)
    {
        if (self->Semaphore != 0)
            return;
        if (PartitionPage.ThreadCount != 0)
        {
            int index = ThreadTable.IndexOf(self);
            self->Semaphore = index < ThreadTable.Server
                ? ThreadSemaphore + index : ServerSemaphore + ThreadTable.CpuOf(index);
            return;
        }
        nint selector = FirstSelector - self->Number;
        Create((ulong)selector, 0);
        self->Semaphore = selector;
    }

    /// <summary>Sleeps until somebody wakes the calling thread.</summary>
    /// <returns>False when the deadline passed before.</returns>
    internal static bool Until(ThreadRecord* self, ulong deadline) =>
        deadline != Deadline.Passed
            && (ThreadHooks.Sleep(self, deadline) == 0 || !Deadline.HasPassed(deadline));

    /// <summary>Sleeps on the thread's semaphore.</summary>
    /// <returns>The kernel's result.</returns>
    internal static ulong Down(ThreadRecord* self, ulong deadline) =>
        Down((ulong)self->Semaphore, deadline, TakeAll).Code;

    /// <summary>Wakes a thread, now or when it goes to sleep next.</summary>
    internal static void Wake(ThreadRecord* thread) => Up((ulong)thread->Semaphore);

    [RuntimeImport("bulkhead_create_semaphore")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Create(ulong selector, ulong initial);

    [RuntimeImport("bulkhead_semaphore_down")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern Answer Down(ulong selector, ulong deadline, ulong all);

    [RuntimeImport("bulkhead_semaphore_up")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Up(ulong selector);
}
