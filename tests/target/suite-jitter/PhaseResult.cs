// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>What a phase came to; times in ticks.</summary>
internal struct PhaseResult
{
    /// <summary>Windows that were seen.</summary>
    internal ulong Windows;

    /// <summary>Median error of a window's start.</summary>
    internal ulong Median;

    /// <summary>Error that 99 % of the windows do not exceed.</summary>
    internal ulong Percentile99;

    /// <summary>Greatest error.</summary>
    internal ulong Max;

    /// <summary>Windows whose error was above the limit.</summary>
    internal ulong Over;

    /// <summary>Windows that passed unseen.</summary>
    internal ulong Missed;

    /// <summary>Periods of the control thread meanwhile.</summary>
    internal ulong Periods;

    /// <summary>Deadlines that it missed.</summary>
    internal ulong MissedDeadlines;

    /// <summary>Its longest time from a release to the end of the job.</summary>
    internal ulong LongestResponse;

    /// <summary>Operations of the attacker.</summary>
    internal ulong Operations;
}
