// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>One row of the symbol table (System V ABI, "Symbol Table").</summary>
/// <param name="Name">Name; empty for sections.</param>
/// <param name="Value">Address, or the offset in its section in objects.</param>
/// <param name="Size">Bytes; 0 when unknown.</param>
/// <param name="Binding">0 local, 1 global, 2 weak.</param>
/// <param name="Kind">0 none, 1 object, 2 function, 3 section, 4 file.</param>
/// <param name="SectionIndex">Section, 0 when undefined, 0xFFF1 when absolute.</param>
public sealed record ElfSymbol(
    string Name, ulong Value, ulong Size, byte Binding, byte Kind, ushort SectionIndex)
{
    /// <summary>Whether another file must define it.</summary>
    public bool IsUndefined => SectionIndex == 0 && Name.Length > 0;

    /// <summary>Whether it is a function (STT_FUNC).</summary>
    public bool IsFunction => Kind == 2;

    /// <summary>Whether other files see it.</summary>
    public bool IsGlobal => Binding != 0;

    /// <summary>
    /// Whether it marks where code or data starts (AArch64 ELF, "Mapping symbols").
    /// </summary>
    public bool IsMapping =>
        Name is "$x" or "$d" || Name.StartsWith("$x.") || Name.StartsWith("$d.");
}
