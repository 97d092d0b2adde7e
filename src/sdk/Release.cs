// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>What a timer gives to the thread that takes it: the latest release that was due.
/// </summary>
public readonly struct Release
{
    /// <summary>Number of this release since the timer was armed, from 0; those that were missed
    /// count.</summary>
    public readonly ulong Number;

    /// <summary>When it was due: first release + <see cref="Number"/> * period, exactly.</summary>
    public readonly Instant Due;

    /// <summary>Releases between this one and the one taken before, which came and went while the
    /// thread did something else. 0 for a thread that keeps up.</summary>
    public readonly ulong MissedCount;

    /// <summary>Puts a release together.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="missedCount">How many before it were missed.</param>
    public Release(ulong number, Instant due, ulong missedCount)
    {
        Number = number;
        Due = due;
        MissedCount = missedCount;
    }
}
