// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>What was measured.</summary>
/// <param name="Anchor">What it is held against.</param>
/// <param name="Median">Median over the repetitions.</param>
/// <param name="Maximum">Maximum over the repetitions.</param>
/// <param name="Count">Repetitions.</param>
public sealed record BenchResult(
    BenchAnchor Anchor, decimal Median, decimal Maximum, int Count)
{
    /// <summary>Whether the budget is kept; true when there is none.</summary>
    public bool KeepsBudget => Anchor.Budget is null || Median <= Anchor.Budget;

    /// <summary>Whether the goal is reached; false when there is none.</summary>
    public bool ReachesGoal => Median <= Anchor.Goal;
}
