// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Longest;

/// <summary>Words of the victim's block; times in ticks.</summary>
internal enum VictimWord : uint
{
    /// <summary>Semaphore that it waits on.</summary>
    Go = 0,

    /// <summary>Semaphore that it raises when it knows that the operation is over.</summary>
    Done = 1,

    /// <summary>Its first deadline.</summary>
    Deadline = 2,

    /// <summary>From one deadline to the next.</summary>
    Period = 3,

    /// <summary>Whether the operation is over.</summary>
    IsOver = 4,

    /// <summary>Result: how late it was at worst.</summary>
    Worst = 5,

    /// <summary>Whether it runs until its deadline, and how long it stood still is the result.
    /// </summary>
    Watches = 6,
}
