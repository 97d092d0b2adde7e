// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Scheduling;

/// <summary>One way to divide time: the windows of a major frame.</summary>
/// <param name="Windows">Windows in the order in which they open.</param>
public sealed record Schedule(ImmutableArray<FrameWindow> Windows)
{
    /// <summary>As many schedules as can be switched between, without windows.</summary>
    public static ImmutableArray<Schedule> None { get; } =
        [.. Enumerable.Repeat(new Schedule([]), Limits.SchedulesMax)];
}
