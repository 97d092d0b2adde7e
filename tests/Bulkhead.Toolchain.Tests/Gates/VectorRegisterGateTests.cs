// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class VectorRegisterGateTests
{
    private const string Copy =
        ".global _start, copy\n_start: ret\ncopy: nop\nldp q16, q17, [x0]\nret";

    [Fact]
    public void VectorCopyIsAnOffenceWithItsPlaceAndText()
    {
        string offence = Assert.Single(
            TinyProgram.Check(new VectorRegisterGate(new GatePolicy()), Copy).Offences);
        Assert.Contains("copy+0x4", offence);
        Assert.Contains("ldp q16, q17, [x0]", offence);
    }

    [Fact]
    public void NamedFunctionMayUseThem() =>
        Assert.True(TinyProgram.Check(
            new VectorRegisterGate(new GatePolicy { VectorFunctions = ["copy"] }), Copy).Passed);
}
