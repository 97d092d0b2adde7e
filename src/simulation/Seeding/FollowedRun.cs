// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Workloads;

namespace Bulkhead.Simulation.Seeding;

/// <summary>What <see cref="SeededRun"/> is, with nothing but the naive scheduler to notice
/// something.</summary>
public static class FollowedRun
{
    /// <summary>Runs seeds until kernel and naive scheduler disagree.</summary>
    /// <param name="firstSeed">First seed.</param>
    /// <param name="seedCount">Seeds at most.</param>
    /// <param name="eventsPerSeed">Events of each.</param>
    /// <param name="isFull">Of no meaning here.</param>
    /// <param name="only">Of no meaning here.</param>
    /// <returns>Fields as of <see cref="SeededRun"/>.</returns>
    public static string Execute(
        ulong firstSeed, int seedCount, int eventsPerSeed, bool isFull, int only)
    {
        WorkloadGenerator generator = new();
        SimulationEvent[] events = new SimulationEvent[eventsPerSeed];
        WorkloadPlayer player = new() { ChecksInvariants = false };
        long total = 0;
        for (ulong seed = firstSeed; seed < firstSeed + (ulong)seedCount; seed++)
        {
            Failure? failure = player.Run(generator, seed, events, out int count, out _);
            total += count;
            if (failure is null) continue;
            string text = failure.Message.ReplaceLineEndings(" ").Replace('\t', ' ');
            return $"noticed\t{seed}\t{total}\t\t{text}";
        }
        return $"survived\t{firstSeed}\t{total}\t\t";
    }
}
