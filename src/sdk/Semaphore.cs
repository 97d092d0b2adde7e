// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>A counting semaphore.</summary>
public readonly struct Semaphore
{
    /// <summary>Its selector.</summary>
    public readonly uint Selector;

    /// <summary>The semaphore at a selector.</summary>
    /// <param name="selector">The selector.</param>
    public Semaphore(uint selector) { Selector = selector; }

    /// <summary>The one that every partition has from the start.</summary>
    public static Semaphore Wakeup => new(Selectors.Wakeup);

    /// <summary>Creates one that threads of the caller's CPU may wait on.</summary>
    /// <param name="selector">Empty selector, <see cref="Selectors.Free"/> and up.</param>
    /// <param name="initialCount">Count that it starts with.</param>
    /// <param name="semaphore">The semaphore.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Create(uint selector, uint initialCount, out Semaphore semaphore)
    {
        semaphore = new Semaphore(selector);
        return Kernel.CreateSemaphore(selector, initialCount);
    }

    /// <summary>Raises it.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Up() => Kernel.SemaphoreUp(Selector);

    /// <summary>Waits for ever and takes one.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Down() => Kernel.SemaphoreDown(Selector, Kernel.Forever, false).Code;

    /// <summary>Waits until a deadline and takes one.</summary>
    /// <param name="deadline">Absolute, in counter ticks.</param>
    /// <returns>Success; <see cref="Status.Timeout"/> when the deadline passed.</returns>
    public ResultCode DownUntil(ulong deadline) =>
        Kernel.SemaphoreDown(Selector, deadline, false).Code;

    /// <summary>Waits until a deadline and takes the whole count.</summary>
    /// <param name="deadline">Absolute, in counter ticks.</param>
    /// <returns>The count taken; <see cref="Status.Timeout"/> when the deadline passed.</returns>
    public CallResult DownAll(ulong deadline) => Kernel.SemaphoreDown(Selector, deadline, true);
}
