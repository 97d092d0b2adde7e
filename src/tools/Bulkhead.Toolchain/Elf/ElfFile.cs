// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>A 64-bit little-endian ELF object or program, read only.</summary>
public sealed partial class ElfFile
{
    private const ulong HeaderSize = 64;
    private readonly ElfReader _reader;

    private ElfFile(ElfReader reader, string name)
    {
        _reader = reader;
        Name = name;
        CheckHeader();
        Machine = reader.Half(18);
        EntryAddress = reader.Long(24);
        Sections = ReadSections();
        Segments = ReadSegments();
        Symbols = ReadSymbols();
    }

    /// <summary>Where it came from, for messages.</summary>
    public string Name { get; }

    /// <summary>EM_ value; 183 is AArch64.</summary>
    public int Machine { get; }

    /// <summary>Where the program starts; 0 in objects.</summary>
    public ulong EntryAddress { get; }

    /// <summary>Section headers, the empty first one included.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>Program headers; none in objects.</summary>
    public IReadOnlyList<ElfSegment> Segments { get; }

    /// <summary>The symbol table, the empty first row included.</summary>
    public IReadOnlyList<ElfSymbol> Symbols { get; }

    /// <summary>Symbols that other files must define.</summary>
    public IEnumerable<ElfSymbol> UndefinedSymbols => Symbols.Where(symbol => symbol.IsUndefined);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ElfFormatException">It is no such file, or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ElfFile Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ElfFormatException">It is no such file, or damaged.</exception>
    public static ElfFile Parse(byte[] bytes, string name) => new(new ElfReader(bytes, name), name);

    /// <summary>The section of a name; null when there is none.</summary>
    public ElfSection? FindSection(string name) =>
        Sections.FirstOrDefault(section => section.Name == name);

    /// <summary>The defined symbol of a name; null when there is none.</summary>
    public ElfSymbol? FindSymbol(string name) =>
        Symbols.FirstOrDefault(symbol => symbol.Name == name && symbol.SectionIndex != 0);

    /// <summary>The bytes of a section; none for one that starts as zero.</summary>
    /// <exception cref="ElfFormatException">They lie outside the file.</exception>
    public ReadOnlyMemory<byte> Bytes(ElfSection section) =>
        section.HasBytes
            ? _reader.Slice(section.Offset, section.Size, $"section {section.Name}")
            : ReadOnlyMemory<byte>.Empty;

    /// <summary>The bytes that a segment takes from the file.</summary>
    /// <exception cref="ElfFormatException">They lie outside the file.</exception>
    public ReadOnlyMemory<byte> Bytes(ElfSegment segment) =>
        _reader.Slice(segment.Offset, segment.FileSize, "segment");

    private void CheckHeader()
    {
        if ((ulong)_reader.Length < HeaderSize || _reader.Word(0) != 0x464C457F)
            throw _reader.Error("is not an ELF file");
        if (_reader.Byte(4) != 2 || _reader.Byte(5) != 1)
            throw _reader.Error("is not a 64-bit little-endian ELF file");
    }
}
