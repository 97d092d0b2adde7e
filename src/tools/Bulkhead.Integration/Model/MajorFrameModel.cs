// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A schedule: the windows of processor 0, over and over.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Where the name stands.</param>
/// <param name="Windows">Its windows in order.</param>
public sealed record MajorFrameModel(
    string Name, SourceMark Mark, IReadOnlyList<FrameWindowModel> Windows)
{
    /// <summary>Length of the frame: what the windows add up to.</summary>
    public ulong Nanoseconds => Windows.Aggregate(0UL, (sum, w) => sum + w.DurationNanoseconds);

    /// <summary>Whether a window is for a time partition.</summary>
    /// <param name="timePartition">Its name.</param>
    /// <returns>True when one is.</returns>
    public bool HasWindow(string timePartition) =>
        Windows.Any(window => window.TimePartition == timePartition);

    /// <summary>What the windows of a time partition give in a part of the frame.</summary>
    /// <param name="timePartition">Its name; empty: windows of the background alone.</param>
    /// <param name="start">Beginning of the part, nanoseconds from the frame's.</param>
    /// <param name="end">End of the part.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong TimeOf(string timePartition, ulong start, ulong end) =>
        Sum(window => window.TimePartition == timePartition, start, end);

    /// <summary>Time in which the background runs beside a time partition: what its windows that
    /// are not exclusive leave.</summary>
    /// <param name="start">Beginning of a part of the frame, nanoseconds from the frame's.</param>
    /// <param name="end">End of the part.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong SharedTime(ulong start, ulong end) =>
        Sum(window => window.TimePartition.Length > 0 && !window.IsExclusive, start, end);

    private ulong Sum(Func<FrameWindowModel, bool> isMeant, ulong start, ulong end)
    {
        ulong time = 0;
        ulong windowStart = 0;
        foreach (FrameWindowModel window in Windows)
        {
            ulong windowEnd = windowStart + window.DurationNanoseconds;
            ulong from = Math.Max(start, windowStart);
            ulong to = Math.Min(end, windowEnd);
            time += isMeant(window) && from < to ? to - from : 0;
            windowStart = windowEnd;
        }

        return time;
    }
}
