// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;

namespace Bulkhead.Kernel.Tests.Health;

[Verifies("R-HALT-1", "R-SELFTEST-2")]
public class InvariantTests
{
    [Fact]
    public void Only_a_broken_invariant_stops_the_machine()
    {
        using SimulatedMachine machine = new();
        Check<SimulatedAsp>.That(true, Invariant.MappingFits);
        foreach (Invariant invariant in Enum.GetValues<Invariant>())
        {
            KernelPanicException panic = Assert.Throws<KernelPanicException>(
                () => Check<SimulatedAsp>.That(false, invariant));
            Assert.Equal(invariant, panic.Invariant);
        }
    }
}
