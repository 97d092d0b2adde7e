// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Elf;

/// <summary>A loadable segment (PT_LOAD).</summary>
/// <param name="VirtualAddress">Address that the program is linked for.</param>
/// <param name="PhysicalAddress">Address that it is loaded to.</param>
/// <param name="Bytes">Its bytes in the file.</param>
/// <param name="MemorySize">Bytes in memory, at least those of the file.</param>
/// <param name="Access">Read, write and execute.</param>
public sealed record ElfSegment(
    ulong VirtualAddress,
    ulong PhysicalAddress,
    ReadOnlyMemory<byte> Bytes,
    ulong MemorySize,
    ElfAccess Access)
{
    /// <summary>The virtual address after the last one.</summary>
    public ulong VirtualEnd => VirtualAddress + MemorySize;
}
