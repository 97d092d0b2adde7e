// SPDX-License-Identifier: MIT
namespace Bulkhead.Threads;

/// <summary>Waits of threads on their own semaphores.</summary>
internal static class ThreadWait
{
    /// <summary>Waits for the calling thread's semaphore. It may be raised for other reasons, and
    /// more than once: the caller looks at what it waits for, before and afterwards.</summary>
    /// <param name="own">The caller's row.</param>
    /// <param name="deadline">When to give up, in counter ticks; all ones: never.</param>
    /// <returns>The kernel's result code.</returns>
    /// <remarks>Who has lent the caller his time for a lock that is free meanwhile would wait with
    /// it: then the body goes back to its carrier, and the carrier waits.</remarks>
    internal static ulong Until(uint own, ulong deadline)
    {
        bool isBody = ThreadMachine.Row(own).State == BodyState.Running;
        if (isBody && deadline != 0 && LockRelease.HasHelper(own))
        {
            return ThreadMachine.Park(own, BodyState.Waiting, deadline);
        }
        return ThreadMachine.Down(own, deadline);
    }
}
