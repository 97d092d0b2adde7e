// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>
/// Random programs with the invariants checked after each event; two classes, so that two CPUs
/// share them. The environment variable BULKHEAD_SEEDS makes each class run that many programs: a
/// campaign, or a short look that need not meet everything.
/// </summary>
[Verifies("R-STATE-2")]
public class RandomProgramTests
{
    private const int EventsPerSeed = 500;
    private const int SeedsDefault = 110;

    [Fact]
    public void Every_invariant_holds_after_every_event() => Run(0);

    internal static void Run(int firstSeed)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("BULKHEAD_SEEDS"),
            out int seeds) ? seeds : SeedsDefault;
        Coverage coverage = new();
        for (int seed = firstSeed; seed < firstSeed + count; seed++)
        {
            using RandomProgram program = new(seed, coverage);
            program.Run(EventsPerSeed);
        }
        if (count >= SeedsDefault) Assert.Empty(coverage.Missing);
    }
}

/// <summary>The other half of <see cref="RandomProgramTests"/>.</summary>
[Verifies("R-STATE-2")]
public class MoreRandomProgramTests
{
    [Fact]
    public void Every_invariant_holds_after_every_event() => RandomProgramTests.Run(1_000_000);
}
