// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Model;

namespace Bulkhead.Cli.Building;

/// <summary>A system that was built.</summary>
/// <param name="Model">What the description says.</param>
/// <param name="BootFile">Path of the bootable file.</param>
/// <param name="Image">The system image in it.</param>
/// <param name="KernelProgram">Path of the kernel's ELF file, with debug information.</param>
/// <param name="Programs">Paths of the programs' ELF files by project.</param>
public sealed record BuiltSystem(
    SystemModel Model,
    string BootFile,
    SystemImage Image,
    string KernelProgram,
    IReadOnlyDictionary<string, string> Programs);
