// SPDX-License-Identifier: MIT
namespace Bulkhead.Threads;

/// <summary>What the body of a thread is doing. threads.S has the same numbers.</summary>
internal enum BodyState : uint
{
    /// <summary>Nothing: its thread is not started, or this context is no body.</summary>
    Idle = 0,

    /// <summary>It runs on its carrier's time.</summary>
    Running = 1,

    /// <summary>It has released a lock that somebody waits for, and rests until the carrier calls
    /// again.</summary>
    Parked = 2,

    /// <summary>It waits for its semaphore, and the carrier does the waiting.</summary>
    Waiting = 3,

    /// <summary>It goes on, on the time of somebody who waits for a lock that it holds.</summary>
    Borrowed = 4,
}
