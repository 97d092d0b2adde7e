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
    private const int LineMax = ushort.MaxValue;

    private readonly TextPool _texts = new();
    private readonly StringBuilder _rows = new();
    private readonly Dictionary<string, int> _owners = [];

    /// <summary>Makes the source.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="elf">The program without tables.</param>
    /// <param name="catalogue">The types that it was compiled from.</param>
    /// <param name="folder">A folder for lists.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ToolchainException">Source lines cannot be read.</exception>
    internal static string Make(
        ToolchainContext context, ElfFile elf, TypeCatalogue catalogue, string folder) =>
        new NameTable().Write(context, elf, catalogue, folder);

    private string Write(
        ToolchainContext context, ElfFile elf, TypeCatalogue catalogue, string folder)
    {
        SymbolNames names = new(catalogue);
        List<(ulong Address, string Name, NamedType? Type)> types = [.. Types(elf, names)];
        List<(ulong Address, NamedType Type)> enums =
            [.. types.Where(row => row.Type?.Members is not null)
                .Select(row => (row.Address, row.Type!))];
        List<(ulong Address, string Type, string Name)> methods = [.. Methods(elf, names)];
        List<(ulong Address, string File, int Line)> lines =
            [.. Lines(context, elf, folder, methods.Select(row => row.Address))];
        foreach (var row in methods) _owners.TryAdd(row.Type, _owners.Count);
        Words(types.Count, enums.Count, enums.Sum(row => row.Type.Members!.Count), methods.Count,
            _owners.Count, lines.Count);
        foreach (var row in types) Row(row.Address, Name(row.Name));
        WriteEnums(enums);
        foreach (var row in methods)
            Row(row.Address, (_owners[row.Type], _texts.Place(row.Name)));
        foreach (string owner in _owners.Keys) Halves(Name(owner));
        foreach (var row in lines)
        {
            Row(row.Address,
                (_texts.Place(context.Display(row.File)), Math.Min(row.Line, LineMax)));
        }
        return "// Made by the toolchain: names of types, members, methods; source lines.\n"
            + "        .section .bulkhead.names, \"a\"\n        .balign 8\n"
            + _rows + _texts.Source;
    }

    private void WriteEnums(List<(ulong Address, NamedType Type)> enums)
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
                Words((long)(value & uint.MaxValue), (long)(value >> 32), _texts.Place(name));
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
    private static IEnumerable<(ulong Address, string Type, string Name)> Methods(
        ElfFile elf, SymbolNames names)
    {
        bool wasKnown = false;
        foreach (IGrouping<ulong, ElfSymbol> place in elf.Symbols
            .Where(symbol => symbol.IsFunction && symbol.SectionIndex != 0)
            .GroupBy(symbol => symbol.Value).OrderBy(place => place.Key))
        {
            // What is exported has a second name, for those who import it.
            string type = "", name = "";
            bool isKnown = place.Any(symbol => names.TryMethod(symbol.Name, out type, out name));
            if (!isKnown && !wasKnown) continue;
            wasKnown = isKnown;
            yield return (place.Key, type, name);
        }
    }

    // A row holds up to the next one, or to its method's end. There is none for the library, as for
    // the framework's own.
    private static IEnumerable<(ulong Address, string File, int Line)> Lines(
        ToolchainContext context, ElfFile elf, string folder, IEnumerable<ulong> methods)
    {
        ulong[] starts = [.. methods];
        int method = 0;
        (string File, int Line) last = default;
        foreach ((ulong address, string file, int line) in SourceLines.OfThrowers(elf, folder))
        {
            if (ManagedRuntime.IsLibrary(context, file)) continue;
            bool isSame = last == (file, line);
            for (; method < starts.Length && starts[method] <= address; method++) isSame = false;
            if (isSame) continue;
            last = (file, line);
            yield return (address, file, line);
        }
    }

    // Namespaces are shared by many names; those of arguments stay in the last part.
    private (int Space, int Last) Name(string name)
    {
        int end = name.IndexOf('[', StringComparison.Ordinal);
        int dot = name.LastIndexOf('.', end < 0 ? name.Length - 1 : end);
        return dot <= 0
            ? (0, _texts.Place(name))
            : (_texts.Place(name[..dot]), _texts.Place(name[(dot + 1)..]));
    }

    private void Words(params ReadOnlySpan<long> values) => Line(".word", values);

    private void Row(ulong address, (int First, int Second) halves)
    {
        Words((long)address);
        Halves(halves);
    }

    private void Halves((int First, int Second) halves) =>
        Line(".hword", [halves.First, halves.Second]);

    private void Line(string directive, params ReadOnlySpan<long> values)
    {
        _rows.Append("        ").Append(directive);
        for (int index = 0; index < values.Length; index++)
        {
            _rows.Append(index == 0 ? " " : ", ")
                .Append(values[index].ToString(CultureInfo.InvariantCulture));
        }
        _rows.Append('\n');
    }
}
