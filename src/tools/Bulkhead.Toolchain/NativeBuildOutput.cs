// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Files that a native build made and used, all absolute paths.</summary>
/// <param name="ElfPath">The linked program, with debug information.</param>
/// <param name="CompiledObjectPath">The object that the native compiler wrote.</param>
/// <param name="Assemblies">IL assemblies that went in, the program's own first.</param>
/// <param name="CoreLibraryPath">The core library that went in.</param>
/// <param name="AssemblySources">Assembly files that went in.</param>
public sealed record NativeBuildOutput(
    string ElfPath,
    string CompiledObjectPath,
    IReadOnlyList<string> Assemblies,
    string CoreLibraryPath,
    IReadOnlyList<string> AssemblySources);
