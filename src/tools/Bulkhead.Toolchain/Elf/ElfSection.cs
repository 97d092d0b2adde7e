// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>One section header (System V ABI, "Sections").</summary>
/// <param name="Index">Place in the table.</param>
/// <param name="Name">Name, such as <c>.text</c>.</param>
/// <param name="Type">SHT_ value.</param>
/// <param name="Flags">SHF_ bits.</param>
/// <param name="Address">Address in memory; 0 in objects.</param>
/// <param name="Offset">Place of the bytes in the file.</param>
/// <param name="Size">Bytes in memory.</param>
/// <param name="Link">Section that this one refers to.</param>
/// <param name="Info">For relocations: the section they change.</param>
public sealed record ElfSection(
    int Index,
    string Name,
    uint Type,
    ulong Flags,
    ulong Address,
    ulong Offset,
    ulong Size,
    uint Link,
    uint Info)
{
    internal const uint SymbolTable = 2;
    internal const uint RelocationWithAddend = 4;
    private const uint NoBytes = 8;

    /// <summary>Whether it occupies memory at run time (SHF_ALLOC).</summary>
    public bool IsAllocated => (Flags & 2) != 0;

    /// <summary>Whether it can be written at run time (SHF_WRITE).</summary>
    public bool IsWritable => (Flags & 1) != 0;

    /// <summary>Whether it holds instructions (SHF_EXECINSTR).</summary>
    public bool IsExecutable => (Flags & 4) != 0;

    /// <summary>Whether the file holds its bytes; if not, it is zero at the start.</summary>
    public bool HasBytes => Type != NoBytes && Type != 0;

    /// <summary>Whether the address lies inside.</summary>
    public bool Contains(ulong address) => address >= Address && address - Address < Size;
}
