// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>Which simulations look for a bug.</summary>
/// <param name="FirstSeed">First seed.</param>
/// <param name="SeedCount">Seeds at most.</param>
/// <param name="EventsPerSeed">Events of each.</param>
/// <param name="IsFull">Whether every event is checked in full depth; else quick, with a full check
/// now and then.</param>
public sealed record SeedPlan(ulong FirstSeed, int SeedCount, int EventsPerSeed, bool IsFull)
{
    /// <summary>What the command runs.</summary>
    public static SeedPlan Default { get; } = new(1, 6400, 1000, false);
}
