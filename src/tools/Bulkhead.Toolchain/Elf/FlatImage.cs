// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>The bytes of a program as they lie in memory when it starts.</summary>
/// <param name="Address">Physical address of the first byte.</param>
/// <param name="Bytes">
/// What the file gives; gaps are zero, zeroed data at the end is left out.
/// </param>
/// <param name="MemorySize">Bytes in memory, zeroed data included.</param>
/// <param name="EntryAddress">Where the program starts.</param>
public sealed record FlatImage(ulong Address, byte[] Bytes, ulong MemorySize, ulong EntryAddress)
{
    private const ulong SizeMax = 256 * 1024 * 1024;

    /// <summary>Lays the loaded segments of a program out.</summary>
    /// <exception cref="ElfFormatException">Nothing is loaded, or it is spread too far.</exception>
    public static FlatImage Of(ElfFile file)
    {
        List<ElfSegment> loaded =
            [.. file.Segments.Where(segment => segment.IsLoaded && segment.MemorySize > 0)];
        if (loaded.Count == 0)
            throw new ElfFormatException($"{file.Name} loads nothing.");
        ulong start = loaded.Min(segment => segment.PhysicalAddress);
        ulong end = loaded.Max(segment => segment.PhysicalAddress + segment.MemorySize);
        ulong last = loaded.Max(
            segment => segment.FileSize == 0 ? start : segment.PhysicalAddress + segment.FileSize);
        if (last - start > SizeMax)
            throw new ElfFormatException($"{file.Name} is spread over more than 256 MiB.");
        byte[] bytes = new byte[last - start];
        foreach (ElfSegment segment in loaded.Where(segment => segment.FileSize > 0))
            file.Bytes(segment).Span.CopyTo(bytes.AsSpan((int)(segment.PhysicalAddress - start)));
        return new FlatImage(start, bytes, end - start, file.EntryAddress);
    }
}
