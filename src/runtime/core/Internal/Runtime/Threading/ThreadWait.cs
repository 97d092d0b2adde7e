// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Threading;

/// <summary>A thread's sleep: each has a semaphore of its own.</summary>
/// <remarks>A semaphore may be raised for a reason that is gone: whoever was woken looks again at
/// what it waits for.</remarks>
internal static unsafe class ThreadWait
{
    // Less a thread's number: of the last selectors, which programs leave to the runtime. In a
    // partition that declares threads the manager makes their semaphores.
    private const nint FirstSelector = 252;

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
            self->Semaphore = ThreadTable.SemaphoreOf(ThreadTable.IndexOf(self));
            return;
        }
        nint selector = FirstSelector - self->Number;
        Create((ulong)selector, 0);
        self->Semaphore = selector;
    }

    /// <summary>Sleeps until somebody wakes the calling thread.</summary>
    /// <returns>False when the deadline passed before.</returns>
    internal static bool Sleep(ThreadRecord* self, ulong deadline) =>
        deadline != Deadline.Passed && ThreadHooks.Sleep(self, deadline);

    /// <summary>Sleeps on a semaphore.</summary>
    /// <returns>False when the deadline passed before somebody raised it.</returns>
    internal static bool Down(nint semaphore, ulong deadline) =>
        Down((ulong)semaphore, deadline, TakeAll).Code == 0 || !Deadline.HasPassed(deadline);

    /// <summary>Wakes a thread, now or when it goes to sleep next.</summary>
    internal static void Wake(nint semaphore) => Up((ulong)semaphore);

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
