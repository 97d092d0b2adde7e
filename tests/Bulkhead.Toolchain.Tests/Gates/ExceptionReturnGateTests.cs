// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class ExceptionReturnGateTests
{
    [Theory]
    [InlineData("eret\nnop", false)]
    [InlineData("eret", false)]
    [InlineData("eret\ndsb nsh\nnop", false)]
    [InlineData("eret\nisb\ndsb nsh", false)]
    [InlineData("eret\ndsb nsh\nisb", true)]
    [InlineData("eret\ndsb sy\nisb", true)]
    [InlineData("eret\n.inst 0xd50330ff", true)]
    [InlineData("eret\ndsb nsh\nisb\neret\nret", false)]
    public void BarrierIsWanted(string code, bool passed) =>
        Assert.Equal(passed, TinyProgram.Check(
            new ExceptionReturnGate(), ".global _start\n_start: " + code).Passed);
}
