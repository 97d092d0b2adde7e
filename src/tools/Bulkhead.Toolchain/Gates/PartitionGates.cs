// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// The gates of partitions. Tier 0: no allocation, no exceptions, no static constructors. Tiers
/// with a heap have these; what is left is that nothing unknown is asked for.
/// </summary>
public static class PartitionGates
{
    /// <summary>Runs them over a build.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="output">The build.</param>
    /// <param name="tier">The partition's tier.</param>
    /// <exception cref="ToolchainException">A file of the build cannot be read.</exception>
    public static GateReport Check(
        ToolchainContext context, NativeBuildOutput output, PartitionTier tier)
    {
        string section = tier == PartitionTier.Static ? "partition" : "managed";
        GatePolicy policy = GatePolicy.Read(context.InRepository("eng/gates.json"), section);
        var subject = new GateSubject(
            ElfFile.Read(output.ElfPath),
            ElfFile.Read(output.CompiledObjectPath),
            tier == PartitionTier.Static
                ? output.Assemblies : [.. output.Assemblies, output.CoreLibraryPath]);
        return new GateReport(
            context.Display(output.ElfPath),
            [.. All(policy, tier).Select(gate => gate.Check(subject))]);
    }

    /// <summary>The gates in the order they are shown.</summary>
    public static IReadOnlyList<IGate> All(GatePolicy policy, PartitionTier tier) =>
        tier != PartitionTier.Static ? Managed(policy) :
    [
        new UndefinedSymbolGate(policy),
        new CctorGate(),
        new RuntimeHelperGate(policy),
        new AllocationGate(policy),
        new SelfCallGate(),
        new SizeGate(policy),
        new SafeAssemblyGate(policy),
    ];

    private static IReadOnlyList<IGate> Managed(GatePolicy policy) =>
    [
        new UndefinedSymbolGate(policy),
        new SizeGate(policy),
        new SafeAssemblyGate(policy),
    ];
}
