// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A schedule: the windows of each processor, over and over.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Where the name stands.</param>
/// <param name="Windows">Its windows, those of a processor in order.</param>
public sealed record MajorFrameModel(
    string Name, SourceMark Mark, IReadOnlyList<FrameWindowModel> Windows)
{
    /// <summary>Length of the frame: what the windows of any processor add up to.</summary>
    public ulong Nanoseconds => Windows.Count == 0 ? 0 : LengthOf(Windows[0].Cpu);

    /// <summary>The windows of a processor in order.</summary>
    /// <param name="cpu">The processor.</param>
    /// <returns>The windows; none when the description gives it none.</returns>
    public IEnumerable<FrameWindowModel> WindowsOf(int cpu) =>
        Windows.Where(window => window.Cpu == cpu);

    /// <summary>What the windows of a processor add up to.</summary>
    /// <param name="cpu">The processor.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong LengthOf(int cpu) =>
        WindowsOf(cpu).Aggregate(0UL, (sum, window) => sum + window.DurationNanoseconds);

    /// <summary>Whether a window is for a time partition.</summary>
    /// <param name="timePartition">Its name.</param>
    /// <param name="cpu">Processor of the window.</param>
    /// <returns>True when one is.</returns>
    public bool HasWindow(string timePartition, int cpu) =>
        WindowsOf(cpu).Any(window => window.TimePartition == timePartition);

    /// <summary>What the windows of a time partition give in a part of the frame.</summary>
    /// <param name="timePartition">Its name; empty: windows of the background alone.</param>
    /// <param name="cpu">Processor of the windows.</param>
    /// <param name="start">Beginning of the part, nanoseconds from the frame's.</param>
    /// <param name="end">End of the part.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong TimeOf(string timePartition, int cpu, ulong start, ulong end) =>
        Sum(window => window.TimePartition == timePartition, cpu, start, end);

    /// <summary>Time in which the background runs beside a time partition: what its windows that
    /// are not exclusive leave.</summary>
    /// <param name="cpu">Processor of the windows.</param>
    /// <param name="start">Beginning of a part of the frame, nanoseconds from the frame's.</param>
    /// <param name="end">End of the part.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong SharedTime(int cpu, ulong start, ulong end) =>
        Sum(window => window.TimePartition.Length > 0 && !window.IsExclusive, cpu, start, end);

    private ulong Sum(Func<FrameWindowModel, bool> isMeant, int cpu, ulong start, ulong end)
    {
        ulong time = 0;
        ulong windowStart = 0;
        foreach (FrameWindowModel window in WindowsOf(cpu))
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
