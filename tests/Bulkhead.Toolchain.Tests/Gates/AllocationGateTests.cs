// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class AllocationGateTests
{
    private static readonly GatePolicy _policy =
        new() { Allocators = ["RhpNew*"], Entries = ["_start"] };

    [Fact]
    public void ChainToAnAllocatorIsAnOffence()
    {
        GateResult result = Check("bl middle\nret", "bl RhpNewFast\nret");
        Assert.Contains(
            "_start → middle → RhpNewFast: an allocation, and tier 0 has no heap.",
            result.Offences);
        Assert.Contains("<BulkheadTier>1</BulkheadTier>", result.Summary);
    }

    [Fact]
    public void FunctionThatOnlyATableNamesIsAnOffenceThatSaysSo() => Assert.Contains(
        "(reached through a table) middle → RhpNewFast: an allocation, and tier 0 has no heap.",
        Check("ret", "bl RhpNewFast\nret").Offences);

    [Fact]
    public void ProgramWithoutAllocatorPasses() => Assert.True(TinyProgram.Check(
        new AllocationGate(_policy), TinyProgram.Function("_start", "ret")).Passed);

    private static GateResult Check(string start, string middle) => TinyProgram.Check(
        new AllocationGate(_policy),
        TinyProgram.Function("_start", start) + TinyProgram.Function("middle", middle)
            + TinyProgram.Function("RhpNewFast", "ret"));
}
