// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

/// <summary>
/// Gates that look into IL assemblies; the zoo and its neighbours serve as subjects.
/// </summary>
public class AssemblyGateTests
{
    private static readonly string _zoo =
        Path.Combine(AppContext.BaseDirectory, "Bulkhead.FeatureZoo.dll");
    private static readonly string _abi =
        Path.Combine(AppContext.BaseDirectory, "Bulkhead.Abi.dll");

    private static readonly ElfFile _program = TinyProgram.Link(".global _start\n_start: ret");

    [Fact]
    public void UnsafeAssemblyIsAnOffenceUnlessNamed()
    {
        var subject = new GateSubject(_program, assemblies: [_abi, _zoo]);
        GateResult result = new SafeAssemblyGate(new GatePolicy()).Check(subject);
        Assert.Contains("Bulkhead.FeatureZoo", Assert.Single(result.Offences));
        var named = new GatePolicy { UnsafeAssemblies = ["Bulkhead.FeatureZoo"] };
        Assert.True(new SafeAssemblyGate(named).Check(subject).Passed);
    }

    [Fact]
    public void ImportsComeFromNamedAssembliesOnly()
    {
        var subject = new GateSubject(
            _program,
            TinyProgram.Assemble("bl zoo_unused_import"),
            [_zoo]);
        GateResult refused = new UndefinedSymbolGate(new GatePolicy()).Check(subject);
        Assert.Contains(refused.Offences, text => text.Contains("imports zoo_unused_import"));
        Assert.Contains(refused.Offences, text => text.Contains("asks for zoo_unused_import"));
        var named = new GatePolicy { ImportingAssemblies = ["Bulkhead.FeatureZoo"] };
        Assert.True(new UndefinedSymbolGate(named).Check(subject).Passed);
    }

    [Fact]
    public void SymbolOfAForbiddenFeatureIsAnOffence()
    {
        var subject =
            new GateSubject(_program, TinyProgram.Assemble("bl RhpNewFast\nbl RhpThrowEx"));
        var policy = new GatePolicy { RuntimeSymbols = ["RhpThrowEx"] };
        string offence = Assert.Single(new UndefinedSymbolGate(policy).Check(subject).Offences);
        Assert.Contains("RhpNewFast", offence);
    }

    [Fact]
    public void SymbolLeftOpenInTheProgramIsAnOffence()
    {
        ElfFile open = TinyProgram.Assemble("bl absent");
        string offence = Assert.Single(
            new UndefinedSymbolGate(new GatePolicy()).Check(new GateSubject(open)).Offences);
        Assert.Contains("absent is still undefined", offence);
    }
}
