// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Elf;

namespace Bulkhead.Integration.Layout;

/// <summary>A segment of a native program.</summary>
/// <param name="Address">Address in the partition, a multiple of 4 KiB.</param>
/// <param name="MemorySize">Bytes in memory, a multiple of 4 KiB.</param>
/// <param name="Bytes">Its bytes in the file; the rest is cleared.</param>
/// <param name="Access">What the program may do.</param>
public sealed record ProgramSegment(
    ulong Address, ulong MemorySize, ReadOnlyMemory<byte> Bytes, MemoryAccess Access)
{
    /// <summary>Whether the program may write: then it needs memory of its own.</summary>
    public bool IsWritable => (Access & MemoryAccess.Write) != 0;

    /// <summary>Takes a segment of an ELF file.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>The segment in whole pages.</returns>
    /// <exception cref="ElfException">Not on a page boundary, or writable and
    /// executable.</exception>
    public static ProgramSegment FromElf(ElfSegment segment)
    {
        if (segment.VirtualAddress % Alignment.Page != 0)
        {
            throw new ElfException($"a segment begins at 0x{segment.VirtualAddress:x}, in a page");
        }

        MemoryAccess access = AccessOf(segment.Access);
        if (access.HasFlag(MemoryAccess.Write | MemoryAccess.Execute))
        {
            throw new ElfException("a segment is writable and executable");
        }

        return new ProgramSegment(segment.VirtualAddress,
            Alignment.Up(segment.MemorySize, Alignment.Page), segment.Bytes, access);
    }

    private static MemoryAccess AccessOf(ElfAccess access) =>
        (access.HasFlag(ElfAccess.Read) ? MemoryAccess.Read : 0)
        | (access.HasFlag(ElfAccess.Write) ? MemoryAccess.Write : 0)
        | (access.HasFlag(ElfAccess.Execute) ? MemoryAccess.Execute : 0);
}
