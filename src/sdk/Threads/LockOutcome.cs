// SPDX-License-Identifier: MIT
namespace Bulkhead.Threads;

/// <summary>How a wait for a lock ended.</summary>
internal enum LockOutcome
{
    /// <summary>The caller looks again.</summary>
    LookAgain = 0,

    /// <summary>The caller has the lock.</summary>
    Taken = 1,

    /// <summary>The deadline passed.</summary>
    TimedOut = 2,

    /// <summary>The lock's owner waits, through others perhaps, for a lock of the
    /// caller's.</summary>
    Deadlock = 3,

    /// <summary>The lock's owner was stopped: it does not come back.</summary>
    OwnerStopped = 4,
}
