// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class CctorGateTests
{
    [Fact]
    public void StaticConstructorIsAnOffence()
    {
        GateResult result = TinyProgram.Check(
            new CctorGate(),
            ".global _start, App_Table___cctor\n_start: ret\nApp_Table___cctor: ret");
        Assert.Contains("App_Table___cctor", Assert.Single(result.Offences));
    }

    [Fact]
    public void EagerConstructorTableIsAnOffence() =>
        Assert.False(TinyProgram.Check(
            new CctorGate(),
            ".global _start, __EagerCctor\n_start: ret\n__EagerCctor: ret").Passed);

    [Fact]
    public void EmptyTableOfTheCompilerIsNone() =>
        Assert.True(TinyProgram.Check(
            new CctorGate(),
            ".global _start, __type_to_cctorContext_map\n_start: ret\n"
                + "__type_to_cctorContext_map: ret").Passed);
}
