// SPDX-License-Identifier: MIT
namespace Bulkhead.Threads;

/// <summary>Where a thread is in its life. threads.S has the same numbers.</summary>
internal enum ThreadPhase
{
    /// <summary>It may be started.</summary>
    Free = 0,

    /// <summary>Somebody has started it; its carrier has not seen that yet.</summary>
    Requested = 1,

    /// <summary>It has begun, and has not ended.</summary>
    Started = 2,
}
