// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Names;

/// <summary>Writes what a program's runtime knows of names: the tables that
/// <c>Internal.Runtime.ProgramTables</c> reads, as assembly source.</summary>
/// <remarks>The tables come from a program that was linked without them: they stand behind
/// everything else, so the addresses in them hold in the program that has them, too.</remarks>
internal sealed class NameTable
{
    private const int HeaderBytes = 6 * 4;
    private const int TypeBytes = 2 * 4;
    private const int EnumBytes = 4 * 4;
    private const int MemberBytes = 3 * 4;
    private const int MethodBytes = 4 * 4;
    private const int CallBytes = 4;
    private const int LineMax = ushort.MaxValue;

    private readonly Dictionary<string, int> _texts = [];
    private readonly StringBuilder _pool = new();
    private readonly List<string> _rows = [];
    private int _poolBytes;

    /// <summary>Makes the source.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="elf">The program without tables.</param>
    /// <param name="assemblies">What it was compiled from.</param>
    /// <param name="folder">A folder for lists.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ToolchainException">Source lines cannot be read.</exception>
    internal static string Make(
        ToolchainContext context, ElfFile elf, IEnumerable<string> assemblies, string folder) =>
        new NameTable().Write(context, elf, assemblies, folder);

    private string Write(
        ToolchainContext context, ElfFile elf, IEnumerable<string> assemblies, string folder)
    {
        SymbolNames names = new(TypeCatalogue.Read(assemblies));
        List<(ulong Address, string Name, NamedType? Type)> types = [.. Types(elf, names)];
        List<(ulong Address, NamedType Type)> enums =
            [.. types.Where(row => row.Type?.Members is not null)
                .Select(row => (row.Address, row.Type!))];
        var calls = SourceLines.OfCalls(elf, folder);
        List<(ulong Address, string Type, string Name, string File)> methods =
            [.. Methods(context, elf, names, calls)];
        int memberCount = enums.Sum(row => row.Type.Members!.Count);
        int textStart = HeaderBytes + (types.Count * TypeBytes) + (enums.Count * EnumBytes)
            + (memberCount * MemberBytes) + (methods.Count * MethodBytes)
            + (calls.Count * (CallBytes + sizeof(ushort)));
        Words(types.Count, enums.Count, memberCount, methods.Count, calls.Count, 0);
        foreach (var row in types) Words((long)row.Address, textStart + Text(row.Name));
        WriteEnums(enums, textStart);
        foreach (var row in methods)
        {
            Words((long)row.Address, textStart + Text(row.Type), textStart + Text(row.Name),
                row.File.Length == 0 ? 0 : textStart + Text(row.File));
        }
        foreach (var call in calls) Words((long)call.Address);
        foreach (var call in calls)
            _rows.Add(Invariant($".hword {Math.Min(call.Line, LineMax)}"));
        return "// Made by the toolchain: names of types, members, methods; lines of calls.\n"
            + "        .section .bulkhead.names, \"a\"\n        .balign 8\n        "
            + string.Join("\n        ", _rows) + "\n" + _pool;
    }

    private void WriteEnums(List<(ulong Address, NamedType Type)> enums, int textStart)
    {
        int first = 0;
        foreach ((ulong address, NamedType type) in enums)
        {
            Words((long)address, type.IsFlags ? 1 : 0, first, type.Members!.Count);
            first += type.Members.Count;
        }
        foreach ((_, NamedType type) in enums)
        {
            foreach ((ulong value, string name) in type.Members!)
                Words((long)(value & uint.MaxValue), (long)(value >> 32), textStart + Text(name));
        }
    }

    private static IEnumerable<(ulong Address, string Name, NamedType? Type)> Types(
        ElfFile elf, SymbolNames names)
    {
        foreach (ElfSymbol symbol in elf.Symbols.OrderBy(symbol => symbol.Value))
        {
            if (symbol.SectionIndex == 0) continue;
            if (names.TableName(symbol.Name, out NamedType? type) is string name)
                yield return (symbol.Value, name, type);
        }
    }

    // Each function of the program begins a row, so that none is taken for the one before.
    private static IEnumerable<(ulong Address, string Type, string Name, string File)> Methods(
        ToolchainContext context, ElfFile elf, SymbolNames names,
        IReadOnlyList<(ulong Address, string File, int Line)> calls)
    {
        bool wasKnown = false;
        ulong last = 0;
        List<ElfSymbol> functions = [.. elf.Symbols
            .Where(symbol => symbol.IsFunction && symbol.SectionIndex != 0)
            .OrderBy(symbol => symbol.Value)];
        for (int index = 0; index < functions.Count; index++)
        {
            ElfSymbol symbol = functions[index];
            if (symbol.Value == last) continue;
            bool isKnown = names.TryMethod(symbol.Name, out string type, out string name);
            if (!isKnown && !wasKnown) continue;
            (wasKnown, last) = (isKnown, symbol.Value);
            ulong end = index + 1 < functions.Count ? functions[index + 1].Value : ulong.MaxValue;
            string file = isKnown ? FileOf(calls, symbol.Value, end) : "";
            yield return (symbol.Value, type, name, file.Length == 0 ? "" : context.Display(file));
        }
    }

    private static string FileOf(
        IReadOnlyList<(ulong Address, string File, int Line)> calls, ulong start, ulong end)
    {
        int low = 0, high = calls.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (calls[middle].Address < start) low = middle + 1;
            else high = middle;
        }
        return low < calls.Count && calls[low].Address < end ? calls[low].File : "";
    }

    private void Words(params ReadOnlySpan<long> values)
    {
        StringBuilder row = new(".word ");
        for (int index = 0; index < values.Length; index++)
        {
            if (index != 0) row.Append(", ");
            row.Append(values[index].ToString(CultureInfo.InvariantCulture));
        }
        _rows.Add(row.ToString());
    }

    private int Text(string text)
    {
        if (_texts.TryGetValue(text, out int place)) return place;
        _texts.Add(text, place = _poolBytes);
        byte[] ascii = Encoding.ASCII.GetBytes(text);
        _pool.Append("        .asciz \"");
        foreach (byte c in ascii) _pool.Append(c is (byte)'"' or (byte)'\\' ? "\\" : "")
            .Append((char)c);
        _pool.Append("\"\n");
        _poolBytes += ascii.Length + 1;
        return place;
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
