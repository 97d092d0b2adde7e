// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

public sealed partial class ElfFile
{
    private const ulong SectionHeaderSize = 64;
    private const ulong ProgramHeaderSize = 56;
    private const ulong SymbolSize = 24;
    private const ulong RelocationSize = 24;

    /// <summary>Every place that the linker has to fill in; none in linked programs.</summary>
    /// <exception cref="ElfFormatException">A row lies outside the file or its tables.</exception>
    public IEnumerable<ElfRelocation> Relocations()
    {
        foreach (ElfSection table in Sections)
        {
            if (table.Type != ElfSection.RelocationWithAddend)
                continue;
            for (ulong at = 0; at + RelocationSize <= table.Size; at += RelocationSize)
                yield return Relocation(table, table.Offset + at);
        }
    }

    private ElfRelocation Relocation(ElfSection table, ulong at)
    {
        ulong info = _reader.Long(at + 8);
        uint symbol = (uint)(info >> 32);
        if (symbol >= Symbols.Count)
            throw _reader.Error("has a relocation against a symbol that does not exist");
        return new ElfRelocation(
            (int)table.Info, _reader.Long(at), (uint)info, Symbols[(int)symbol],
            (long)_reader.Long(at + 16));
    }

    private List<ElfSection> ReadSections()
    {
        ulong table = _reader.Long(40);
        ushort count = _reader.Half(60);
        CheckTable(table, count, _reader.Half(58), SectionHeaderSize, "section table");
        List<ElfSection> unnamed = [];
        List<uint> names = [];
        for (int index = 0; index < count; index++)
        {
            ulong at = table + ((ulong)index * SectionHeaderSize);
            names.Add(_reader.Word(at));
            unnamed.Add(new ElfSection(
                index, "", _reader.Word(at + 4), _reader.Long(at + 8), _reader.Long(at + 16),
                _reader.Long(at + 24), _reader.Long(at + 32), _reader.Word(at + 40),
                _reader.Word(at + 44)));
        }
        ushort strings = _reader.Half(62);
        if (count == 0)
            return unnamed;
        if (strings >= count)
            throw _reader.Error("names its sections in a section that does not exist");
        ElfSection texts = unnamed[strings];
        return [.. unnamed.Select((section, index) =>
            section with { Name = _reader.Text(texts, names[index]) })];
    }

    private List<ElfSegment> ReadSegments()
    {
        ulong table = _reader.Long(32);
        ushort count = _reader.Half(56);
        CheckTable(table, count, _reader.Half(54), ProgramHeaderSize, "program header table");
        List<ElfSegment> segments = [];
        for (int index = 0; index < count; index++)
        {
            ulong at = table + ((ulong)index * ProgramHeaderSize);
            segments.Add(new ElfSegment(
                _reader.Word(at), _reader.Word(at + 4), _reader.Long(at + 8),
                _reader.Long(at + 16), _reader.Long(at + 24), _reader.Long(at + 32),
                _reader.Long(at + 40), _reader.Long(at + 48)));
        }
        return segments;
    }

    private List<ElfSymbol> ReadSymbols()
    {
        List<ElfSymbol> symbols = [];
        ElfSection? table =
            Sections.FirstOrDefault(section => section.Type == ElfSection.SymbolTable);
        if (table is null)
            return symbols;
        if (table.Link >= Sections.Count)
            throw _reader.Error("names its symbols in a section that does not exist");
        _reader.Slice(table.Offset, table.Size, "symbol table");
        ElfSection texts = Sections[(int)table.Link];
        ulong end = table.Offset + table.Size;
        for (ulong at = table.Offset; at + SymbolSize <= end; at += SymbolSize)
        {
            byte info = _reader.Byte(at + 4);
            symbols.Add(new ElfSymbol(
                _reader.Text(texts, _reader.Word(at)), _reader.Long(at + 8), _reader.Long(at + 16),
                (byte)(info >> 4), (byte)(info & 15), _reader.Half(at + 6)));
        }
        return symbols;
    }

    private void CheckTable(
        ulong table, ushort count, ushort entrySize, ulong expected, string what)
    {
        if (count == 0)
            return;
        if (entrySize != expected)
            throw _reader.Error($"has a {what} with entries of {entrySize} bytes, not {expected}");
        _reader.Slice(table, count * expected, what);
    }
}
