// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class RuntimeHelperGateTests
{
    private static readonly GatePolicy _policy = new()
    {
        RuntimeSymbols = ["RhpThrowEx"],
        PanicSources = ["*ThrowHelpers__*"],
        PanicEntries = ["RhpThrowEx"],
    };

    [Fact]
    public void AllocationHelperIsAnOffenceWithItsCaller()
    {
        string offence = Assert.Single(Check("""
            .global _start, App__Main, RhpNewFast
            _start: ret
            App__Main: bl RhpNewFast
                ret
            RhpNewFast: ret
            """).Offences);
        Assert.Contains("RhpNewFast", offence);
        Assert.Contains("App__Main", offence);
    }

    [Fact]
    public void ThrowOfOtherCodeIsAnOffence() =>
        Assert.Contains("App__Main throws", Assert.Single(Check("""
            .global _start, App__Main, RhpThrowEx
            _start: ret
            App__Main: bl RhpThrowEx
                brk #0
            RhpThrowEx: b .
            """).Offences));

    [Fact]
    public void ThrowOfTheCoreLibraryIsThePanic() =>
        Assert.True(Check("""
            .global _start, App__Main, Core_ThrowHelpers__Index, RhpThrowEx
            _start: ret
            App__Main: bl Core_ThrowHelpers__Index
                brk #0
            Core_ThrowHelpers__Index: bl RhpThrowEx
                brk #0
            RhpThrowEx: b .
            """).Passed);

    private static GateResult Check(string assembly) =>
        TinyProgram.Check(new RuntimeHelperGate(_policy), assembly);
}
