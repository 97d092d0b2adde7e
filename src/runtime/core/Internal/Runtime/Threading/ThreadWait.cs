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
    // Of the last selectors, which programs leave to the runtime: those of a partition that
    // declares no threads. The manager makes the others.
    private const nint MainSelector = 253;
    private const nint ServerSelector = 252;

    private const ulong Yes = 1;

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
        nint selector = self->Number == 1 ? MainSelector : ServerSelector;
        // After a warm start the kernel's objects are gone, and the record's memory of them, too.
        Create((ulong)selector, 0);
        self->Semaphore = selector;
    }

    /// <summary>Sleeps until somebody wakes the calling thread.</summary>
    /// <returns>False when the deadline passed before.</returns>
    internal static bool Sleep(ThreadRecord* self, ulong deadline)
    {
        if (deadline == Deadline.Passed)
            return false;
        return Down((ulong)self->Semaphore, deadline, Yes).Code == 0
            || !Deadline.HasPassed(deadline);
    }

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
