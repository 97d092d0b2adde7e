// SPDX-License-Identifier: MIT
namespace Bulkhead.Samples.Control;

/// <summary>Punctuality over a number of periods; times in nanoseconds.</summary>
public struct Statistics
{
    private ulong _sum;
    private ulong _min;

    /// <summary>Periods so far, without those missed.</summary>
    public ulong PeriodCount { get; private set; }

    /// <summary>Releases that came and went while the loop was late.</summary>
    public ulong MissedCount { get; private set; }

    /// <summary>Greatest lateness.</summary>
    public ulong Max { get; private set; }

    /// <summary>Least lateness.</summary>
    public readonly ulong Min => _min;

    /// <summary>Mean lateness.</summary>
    public readonly ulong Average => PeriodCount == 0 ? 0 : _sum / PeriodCount;

    /// <summary>Counts a period.</summary>
    /// <param name="lateness">How long after its due time it began.</param>
    /// <param name="missedCount">Releases that were missed before it.</param>
    public void Add(ulong lateness, ulong missedCount)
    {
        if (PeriodCount == 0 || lateness < _min) _min = lateness;
        if (lateness > Max) Max = lateness;
        MissedCount += missedCount;
        _sum += lateness;
        PeriodCount++;
    }

    /// <summary>Starts anew.</summary>
    public void Clear() => this = default;
}
