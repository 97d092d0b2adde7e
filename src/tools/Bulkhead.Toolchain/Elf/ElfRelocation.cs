// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>One place that the linker fills in (System V ABI, "Relocation").</summary>
/// <param name="SectionIndex">Section that is changed.</param>
/// <param name="Offset">Place in that section.</param>
/// <param name="Type">R_AARCH64_ value.</param>
/// <param name="Symbol">What the place refers to.</param>
/// <param name="Addend">Added to the symbol's value.</param>
public sealed record ElfRelocation(
    int SectionIndex, ulong Offset, uint Type, ElfSymbol Symbol, long Addend);
