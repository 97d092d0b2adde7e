// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain;

/// <summary>
/// A linked program, what it is made from, how large it is, and what the gates found.
/// </summary>
/// <param name="Output">Files made and used.</param>
/// <param name="Sizes">Sizes in bytes.</param>
/// <param name="Gates">Findings.</param>
public sealed record NativeBuildResult(
    NativeBuildOutput Output, ProgramSizes Sizes, GateReport Gates)
{
    /// <summary>The linked program, with debug information.</summary>
    public string ElfPath => Output.ElfPath;

    /// <summary>Throws when a gate found an offence.</summary>
    /// <returns>The same result.</returns>
    /// <exception cref="ToolchainException">The report of the gates.</exception>
    public NativeBuildResult RequirePassed() =>
        Gates.Passed ? this : throw new ToolchainException(Gates.ToText());

    internal static NativeBuildResult Make(NativeBuildOutput output, GateReport gates)
    {
        var sizes = ProgramSizes.Of(ElfFile.Read(output.ElfPath));
        File.WriteAllText(Path.ChangeExtension(output.ElfPath, ".gates.txt"), gates.ToText());
        return new NativeBuildResult(output, sizes, gates);
    }
}
