// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>One program header (System V ABI, "Program Header").</summary>
/// <param name="Type">PT_ value; 1 is loaded.</param>
/// <param name="Flags">PF_ bits.</param>
/// <param name="Offset">Place of the bytes in the file.</param>
/// <param name="VirtualAddress">Address at run time.</param>
/// <param name="PhysicalAddress">Address to load at.</param>
/// <param name="FileSize">Bytes in the file.</param>
/// <param name="MemorySize">Bytes in memory; what the file lacks is zero.</param>
/// <param name="Alignment">Alignment in bytes.</param>
public sealed record ElfSegment(
    uint Type,
    uint Flags,
    ulong Offset,
    ulong VirtualAddress,
    ulong PhysicalAddress,
    ulong FileSize,
    ulong MemorySize,
    ulong Alignment)
{
    /// <summary>Whether it is loaded (PT_LOAD).</summary>
    public bool IsLoaded => Type == 1;

    /// <summary>Whether it can be executed (PF_X).</summary>
    public bool IsExecutable => (Flags & 1) != 0;

    /// <summary>Whether it can be written (PF_W).</summary>
    public bool IsWritable => (Flags & 2) != 0;

    /// <summary>Whether it can be read (PF_R).</summary>
    public bool IsReadable => (Flags & 4) != 0;
}
