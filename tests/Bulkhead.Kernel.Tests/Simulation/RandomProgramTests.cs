// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Simulation;

public class RandomProgramTests
{
    private const int EventsPerSeed = 500;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_invariant_holds_after_every_event(int part)
    {
        for (int seed = part * 50; seed < (part + 1) * 50; seed++)
        {
            using RandomProgram program = new(seed);
            program.Run(EventsPerSeed);
        }
    }
}
