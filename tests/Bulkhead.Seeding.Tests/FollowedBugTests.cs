// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Tests;

/// <summary>The naive scheduler alone notices a kernel that schedules wrongly.</summary>
[Verifies("R-SELFTEST-1")]
public class FollowedBugTests
{
    private static readonly SeedPlan s_plan = new(1, 80, 300, false);

    private static readonly string[] s_fromCatalogue =
    [
        "budget-stolen-at-edge", "budget-renewed-on-wake", "turn-without-end", "no-preemption",
        "sleeps-on-the-way", "window-drifts", "window-not-exclusive", "schedule-within-frame",
    ];

    public static TheoryData<string> Bugs =>
        [.. TurnBugs.All.Select(bug => bug.Name), .. s_fromCatalogue];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_wrong_scheduler_is_noticed(string name)
    {
        SeededBug bug = TurnBugs.All.FirstOrDefault(one => one.Name == name)
            ?? BugCatalogue.Find(name) with { IsFollowed = true };
        using SeededRuns runs = new(SharedSource.Kernel, bug);
        Detection detection = runs.Run(s_plan);
        Assert.True(detection.IsNoticed, $"{name} survives {detection.EventCount} events");
    }

    [Fact]
    public void The_kernel_as_it_is_passes()
    {
        SeededBug none = SeededBug.Of(
            "none", "", [], "Scheduling/RunQueue.cs", "public const int Priorities = 256;",
            "public const int Priorities = 128 + 128;") with { IsFollowed = true };
        using SeededRuns runs = new(SharedSource.Kernel, none);
        Detection sound = runs.Run(s_plan with { SeedCount = 4 });
        Assert.False(sound.IsNoticed, $"seed {sound.Seed}: {sound.Message}");
    }
}
