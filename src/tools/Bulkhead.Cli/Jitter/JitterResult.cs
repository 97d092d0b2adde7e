// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Cli.Jitter;

/// <summary>What one attack did to the windows and to the periodic thread; times in
/// instructions.</summary>
/// <param name="Attack">Name of the attack.</param>
/// <param name="Windows">Windows that the victim looked for.</param>
/// <param name="Median">Median error of a window's start.</param>
/// <param name="Percentile99">Error that 99 % of the windows do not exceed.</param>
/// <param name="Maximum">Greatest error.</param>
/// <param name="LateCount">Windows whose error was above the limit.</param>
/// <param name="MissedCount">Windows that were over before the victim ran.</param>
/// <param name="Periods">Periods of the 1 kHz thread meanwhile.</param>
/// <param name="MissedDeadlines">Deadlines that it missed.</param>
/// <param name="Response">Its longest time from a release to the end of its job.</param>
/// <param name="Operations">What the attacker did.</param>
public sealed record JitterResult(
    string Attack,
    long Windows,
    long Median,
    long Percentile99,
    long Maximum,
    long LateCount,
    long MissedCount,
    long Periods,
    long MissedDeadlines,
    long Response,
    long Operations)
{
    /// <summary>Greatest error that a window's start may have.</summary>
    public const int Limit = 1000;

    /// <summary>The phase without an attack, in which the measurement itself must fail.</summary>
    public const string SelfCheck = "self-check";

    private const int NumberCount = 10;

    /// <summary>Whether this is the measurement's check of itself.</summary>
    public bool IsSelfCheck => Attack == SelfCheck;

    /// <summary>Whether no window was late or missed.</summary>
    public bool KeepsWindows => LateCount == 0 && MissedCount == 0 && Maximum <= Limit;

    /// <summary>Whether no deadline was missed, and there were some.</summary>
    public bool KeepsDeadlines => Periods > 0 && MissedDeadlines == 0;

    /// <summary>Whether the result is as it must be: all kept while the attack really ran; in the
    /// self check, everything noticed.</summary>
    public bool IsGood => IsSelfCheck ? LateCount == Windows && Windows > 0 && MissedDeadlines > 0
        : KeepsWindows && KeepsDeadlines && Operations > 0 && Windows > 0;

    /// <summary>Reads the words of a record.</summary>
    /// <param name="words">Name and numbers.</param>
    /// <returns>The result, or null when they are none.</returns>
    public static JitterResult? Parse(IReadOnlyList<string> words)
    {
        long[] n = [.. words.Skip(1).Select(word => long.TryParse(
            word, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : -1)];
        return n.Length != NumberCount || n.Contains(-1) ? null : new JitterResult(
            words[0], n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
    }
}
