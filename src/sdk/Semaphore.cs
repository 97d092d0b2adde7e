// SPDX-License-Identifier: MIT
using System;
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

    /// <summary>Waits until an instant and takes one. On a semaphore that nobody raises this is to
    /// sleep.</summary>
    /// <param name="deadline">The instant; <see cref="Instant.Never"/> waits for ever, one in the
    /// past does not wait.</param>
    /// <returns>Success; <see cref="Status.Timeout"/> when the instant has come, never
    /// earlier.</returns>
    public ResultCode DownUntil(Instant deadline) => DownUntil(deadline.Ticks);

    /// <summary>Waits until the first of several timers is due, or the semaphore is raised. A timer
    /// that is due goes before the semaphore.</summary>
    /// <param name="timers">The caller's timers, armed or not.</param>
    /// <param name="index">Which timer was due; -1: the semaphore was raised, and one was taken.
    /// </param>
    /// <param name="release">The timer's release.</param>
    /// <returns>Success, or why the kernel does not let the thread wait.</returns>
    public ResultCode DownOrTake(Span<Timer> timers, out int index, out Release release)
    {
        while (true)
        {
            index = Timer.FirstOf(timers);
            Instant due = index < 0 ? Instant.Never : timers[index].Due;
            release = default;
            if (index >= 0 && timers[index].TryTake(Instant.Now, out release))
            {
                return ResultCode.Success;
            }
            ResultCode code = DownUntil(due);
            if (code.Status == Status.Timeout) continue;
            index = -1;
            return code;
        }
    }

    /// <summary>Waits until a deadline and takes the whole count.</summary>
    /// <param name="deadline">Absolute, in counter ticks.</param>
    /// <returns>The count taken; <see cref="Status.Timeout"/> when the deadline passed.</returns>
    public CallResult DownAll(ulong deadline) => Kernel.SemaphoreDown(Selector, deadline, true);
}
