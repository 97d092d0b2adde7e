// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Tests;

/// <summary>Each bug is noticed in the quick depth, and by each of its invariants alone. Two
/// classes, so that two run at a time.</summary>
public class SeededBugTests
{
    private static readonly SeedPlan s_plan = SeedPlan.Default;

    public static TheoryData<string> Bugs => Names(0);

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_seeded_bug_is_noticed(string name) => Check(name);

    internal static TheoryData<string> Names(int half) =>
        [.. BugCatalogue.All.Select(bug => bug.Name).Where((_, index) => index % 2 == half)];

    internal static void Check(string name)
    {
        SeededBug bug = BugCatalogue.Find(name);
        using SeededRuns runs = new(SharedSource.Kernel, bug);
        Detection first = runs.Run(s_plan);
        Assert.True(first.IsNoticed, $"{name} survives {first.EventCount} events");
        foreach (int number in bug.Invariants.Except(first.Numbers))
        {
            Detection alone = runs.Run(s_plan, number);
            Assert.True(alone.IsNoticed, $"I{number} does not notice {name} alone");
        }
    }
}

/// <summary>The other half.</summary>
public class OtherSeededBugTests
{
    public static TheoryData<string> Bugs => SeededBugTests.Names(1);

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_seeded_bug_is_noticed(string name) => SeededBugTests.Check(name);
}
