// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class SizeGateTests
{
    private const string Program = """
        .text
        .global _start
        _start: .fill 250, 4, 0xd503201f
        .section .rodata, "a"
        .skip 1000
        .bss
        .skip 50000
        """;

    [Theory]
    [InlineData(2000, 60000, 0)]
    [InlineData(1999, 60000, 1)]
    [InlineData(2000, 51999, 1)]
    [InlineData(100, 100, 2)]
    [InlineData(0, 0, 0)]
    public void BudgetsHold(long text, long memory, int offences)
    {
        var policy = new GatePolicy { TextBytesMax = text, MemoryBytesMax = memory };
        GateResult result = TinyProgram.Check(new SizeGate(policy), Program);
        Assert.Equal(offences, result.Offences.Count);
        Assert.Contains(
            "text 1000, read-only 1000, data 0, zeroed 50000, all 52000", result.Summary);
    }
}
