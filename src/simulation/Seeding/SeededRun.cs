// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Seeding;

/// <summary>The simulation as whoever loads it beside another kernel calls it: plain values in, a
/// line of text out.</summary>
public static class SeededRun
{
    private const int DeterminismNumber = 37;
    private const int SeedsTwice = 2;

    /// <summary>Runs seeds until an invariant does not hold.</summary>
    /// <param name="firstSeed">First seed.</param>
    /// <param name="seedCount">Seeds at most.</param>
    /// <param name="eventsPerSeed">Events of each.</param>
    /// <param name="isFull">Whether every check is a full one.</param>
    /// <param name="only">The only invariant to look at; 0: all.</param>
    /// <returns>Fields with tabs between: <c>noticed</c> or <c>survived</c>, seed, events of all
    /// seeds, numbers of the invariants with commas between, message.</returns>
    public static string Execute(
        ulong firstSeed, int seedCount, int eventsPerSeed, bool isFull, int only)
    {
        long total = 0;
        for (ulong seed = firstSeed; seed < firstSeed + (ulong)seedCount; seed++)
        {
            SeededWorld run = new(seed, eventsPerSeed);
            InvariantException? failure = run.Run(isFull, only);
            total += run.EventCount;
            bool isRepeated = seed < firstSeed + SeedsTwice && only is 0 or DeterminismNumber;
            if (failure is null && isRepeated) failure = run.Repeat();
            if (failure is null || (only != 0 && !failure.Numbers.Contains(only))) continue;
            string text = failure.Message.ReplaceLineEndings(" ").Replace('\t', ' ');
            return $"noticed\t{seed}\t{total}\t{string.Join(',', failure.Numbers)}\t{text}";
        }
        return $"survived\t{firstSeed}\t{total}\t\t";
    }
}
