// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Code;

/// <summary>Cuts one executable section into functions.</summary>
/// <remarks>
/// A function starts at each function symbol and at each other global symbol. Hand-written code
/// marks data between instructions with mapping symbols; compiled code has neither data nor marks
/// in its section, so a function with a size is code throughout.
/// </remarks>
internal sealed class SectionCutter
{
    private readonly ElfSection _section;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ILookup<ulong, ElfSymbol> _starts;
    private readonly List<ElfSymbol> _marks;

    internal SectionCutter(ElfFile file, ElfSection section)
    {
        _section = section;
        _bytes = file.Bytes(section);
        List<ElfSymbol> inside =
            [.. file.Symbols.Where(symbol => symbol.SectionIndex == section.Index)];
        _starts = inside
            .Where(symbol => !symbol.IsMapping && (symbol.IsFunction || IsLabel(symbol)))
            .ToLookup(symbol => symbol.Value);
        _marks = [.. inside.Where(symbol => symbol.IsMapping).OrderBy(symbol => symbol.Value)];
    }

    internal IEnumerable<Function> Cut()
    {
        List<ulong> starts = [.. _starts.Select(group => group.Key).Order()];
        if (starts.Count == 0 || starts[0] > _section.Address)
            starts.Insert(0, _section.Address);
        for (int index = 0; index < starts.Count; index++)
        {
            ulong limit = index + 1 < starts.Count
                ? starts[index + 1]
                : _section.Address + _section.Size;
            if (starts[index] < limit)
                yield return Function(starts[index], limit);
        }
    }

    private static bool IsLabel(ElfSymbol symbol) =>
        symbol.Kind == 0 && symbol.IsGlobal && symbol.Name.Length > 0;

    private Function Function(ulong start, ulong limit)
    {
        List<ElfSymbol> symbols = [.. _starts[start]];
        ulong size = symbols.Count == 0 ? 0 : symbols.Max(symbol => symbol.Size);
        ulong end = size == 0 ? limit : Math.Min(limit, start + size);
        List<string> names = [.. symbols.Select(symbol => symbol.Name)];
        if (names.Count == 0)
            names.Add($"{_section.Name}+0x{start - _section.Address:x}");
        // The compiler's own name says more than the name it is exported under.
        string name = names.OrderByDescending(text => text.Length).First();
        return new Function(
            name, names, start, end, size != 0, Instructions(start, end, size != 0));
    }

    private List<Instruction> Instructions(ulong start, ulong end, bool isCode)
    {
        List<Instruction> instructions = [];
        for (ulong at = start; at + 4 <= end; at += 4)
        {
            if (!isCode && IsData(at))
                continue;
            int offset = (int)(at - _section.Address);
            instructions.Add(new Instruction(
                at, BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[offset..])));
        }
        return instructions;
    }

    private bool IsData(ulong address)
    {
        int last = _marks.FindLastIndex(mark => mark.Value <= address);
        return last >= 0 && _marks[last].Name.StartsWith("$d");
    }
}
