// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class StackGateTests
{
    private static readonly GatePolicy _policy = new()
    {
        StackBytesMax = 100,
        PanicEntries = ["RhpThrowEx"],
        IndirectCallers = ["dispatch"],
    };

    [Fact]
    public void DeepChainIsAnOffenceWithTheChain()
    {
        GateResult result = Check("""
            .global _start, middle, leaf
            _start: sub sp, sp, #32
                bl middle
                ret
            middle: stp x29, x30, [sp, #-64]!
                bl leaf
                ldp x29, x30, [sp], #64
                ret
            leaf: str x0, [sp, #-16]!
                ldr x0, [sp], #16
                ret
            """);
        string offence = Assert.Single(result.Offences);
        Assert.Contains("112 bytes deep", offence);
        Assert.Contains("_start (32) → middle (64) → leaf (16)", offence);
    }

    [Fact]
    public void ThePanicIsAddedOnceAndMayComeBackToItself()
    {
        GateResult result = Check("""
            .global _start, RhpThrowEx, report
            _start: sub sp, sp, #32
                bl RhpThrowEx
            RhpThrowEx: sub sp, sp, #16
                bl report
                b .
            report: sub sp, sp, #16
                bl RhpThrowEx
                ret
            """);
        Assert.True(result.Passed, string.Join("\n", result.Offences));
        Assert.Contains("64 bytes at most, 32 of them for the panic", result.Summary);
    }

    [Fact]
    public void RecursionIsAnOffence() =>
        Assert.Contains(
            "Recursion: first → second → first",
            Assert.Single(Check("""
                .global _start, first, second
                _start: ret
                first: bl second
                    ret
                second: bl first
                    ret
                """).Offences));

    [Theory]
    [InlineData("sub sp, sp, x9\nret")]
    [InlineData("blr x0\nret")]
    public void WhatCannotBeBoundedIsAnOffence(string code)
    {
        Assert.False(Check(".global _start\n_start: " + code).Passed);
        Assert.True(Check(".global dispatch\ndispatch: " + code).Passed);
    }

    private static GateResult Check(string assembly) =>
        TinyProgram.Check(new StackGate(_policy), assembly);
}
