// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// The gates of tier-0 partitions: no allocation, no exceptions, no static constructors.
/// </summary>
public static class PartitionGates
{
    /// <summary>Runs them over a build.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="output">The build.</param>
    /// <exception cref="ToolchainException">A file of the build cannot be read.</exception>
    public static GateReport Check(ToolchainContext context, NativeBuildOutput output)
    {
        GatePolicy policy = GatePolicy.Read(context.InRepository("eng/gates.json"), "partition");
        var subject = new GateSubject(
            ElfFile.Read(output.ElfPath),
            ElfFile.Read(output.CompiledObjectPath),
            output.Assemblies);
        return new GateReport(
            context.Display(output.ElfPath), [.. All(policy).Select(gate => gate.Check(subject))]);
    }

    /// <summary>The gates in the order they are shown.</summary>
    public static IReadOnlyList<IGate> All(GatePolicy policy) =>
    [
        new UndefinedSymbolGate(policy),
        new CctorGate(),
        new RuntimeHelperGate(policy),
        new SelfCallGate(),
        new SizeGate(policy),
        new SafeAssemblyGate(policy),
    ];
}
