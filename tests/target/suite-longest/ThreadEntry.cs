// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Longest;

/// <summary>Entries of threads.S, in the order of its table.</summary>
internal enum ThreadEntry : uint
{
    /// <summary>Measures how late it is woken.</summary>
    Victim = 0,

    /// <summary>Waits on a semaphore.</summary>
    Wait = 1,

    /// <summary>Calls a portal.</summary>
    Call = 2,

    /// <summary>Works for as long as a path through the kernel must not be.</summary>
    Spin = 3,

    /// <summary>Never sleeps.</summary>
    Run = 4,

    /// <summary>Serves portals (<see cref="ServerBadge"/>).</summary>
    Serve = 5,
}
