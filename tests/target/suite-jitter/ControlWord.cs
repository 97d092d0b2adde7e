// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Words of the control thread's block; times in ticks.</summary>
public enum ControlWord : uint
{
    /// <summary>Semaphore that nobody raises, to sleep on.</summary>
    Nobody = 0,

    /// <summary>The first release.</summary>
    Release = 1,

    /// <summary>From one release to the next, by which the job must be done.</summary>
    Period = 2,

    /// <summary>The job: turns of a loop of two instructions.</summary>
    Work = 3,

    /// <summary>Result: periods.</summary>
    Periods = 4,

    /// <summary>Result: deadlines that passed before the job was done.</summary>
    Missed = 5,

    /// <summary>Result: longest time from a release to the end of its job.</summary>
    Longest = 6,
}
