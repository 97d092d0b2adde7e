// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Names;

/// <summary>Lists the static initialisers that run before a program's main method, as assembly
/// source: those that the native compiler has left to be run, of types without an explicit static
/// constructor. Explicit ones run at the first use, as in the framework.</summary>
/// <remarks>A context, one word with the constructor's address, lies before the statics of its
/// type. The constructor of a type with shared code is a word of data that leads to it.</remarks>
internal static class ConstructorList
{
    private const string Statics = "__NONGCSTATICS";
    private const string Constructor = "___cctor";
    private const string SharedCode = "__fatpointer_";
    private const ulong SharedCodeMark = 2;
    private const int ContextBytes = 8;

    /// <summary>Makes the source.</summary>
    /// <param name="elf">The program without the list.</param>
    /// <param name="catalogue">The types that it was compiled from.</param>
    /// <returns>The text.</returns>
    internal static string Make(ElfFile elf, TypeCatalogue catalogue)
    {
        StringBuilder source = new("        .section .bulkhead.constructors, \"a\"\n");
        foreach (ulong context in Contexts(elf, catalogue))
        {
            source.Append("        .word ")
                .Append(context.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
        return source.ToString();
    }

    /// <summary>The contexts.</summary>
    /// <param name="elf">The program.</param>
    /// <param name="catalogue">The types that it was compiled from.</param>
    /// <returns>Their addresses, from the lowest to the highest.</returns>
    internal static IEnumerable<ulong> Contexts(ElfFile elf, TypeCatalogue catalogue)
    {
        Dictionary<string, ulong> constructors = Constructors(elf);
        return elf.Symbols
            .Where(symbol => symbol.Name.StartsWith(Statics, StringComparison.Ordinal)
                && IsLeft(elf, symbol, constructors)
                && IsInitialisedAnyTime(catalogue, symbol.Name[Statics.Length..]))
            .Select(symbol => symbol.Value - ContextBytes).Distinct().Order();
    }

    // By the symbol of the type, as contexts hold them.
    private static Dictionary<string, ulong> Constructors(ElfFile elf)
    {
        Dictionary<string, ulong> found = [];
        foreach (ElfSymbol symbol in elf.Symbols)
        {
            string name = symbol.Name;
            if (symbol.SectionIndex == 0 || !name.EndsWith(Constructor, StringComparison.Ordinal))
                continue;
            bool isShared = name.StartsWith(SharedCode, StringComparison.Ordinal);
            int start = isShared ? SharedCode.Length : 0;
            ulong mark = isShared ? SharedCodeMark : 0;
            found[name[start..^Constructor.Length]] = symbol.Value + mark;
        }
        return found;
    }

    // What the compiler could initialise itself has no context: something else lies before it.
    private static bool IsLeft(
        ElfFile elf, ElfSymbol statics, Dictionary<string, ulong> constructors) =>
        constructors.TryGetValue(statics.Name[Statics.Length..], out ulong constructor)
            && Word(elf, statics.Value - ContextBytes) == constructor;

    private static bool IsInitialisedAnyTime(TypeCatalogue catalogue, string type) =>
        catalogue.Find(MangledText.Base(type)) is { IsInitialisedAnyTime: true };

    private static ulong? Word(ElfFile elf, ulong address)
    {
        ElfSection? section = elf.Sections.FirstOrDefault(section =>
            section.IsAllocated && section.HasBytes && section.Contains(address)
                && section.Contains(address + ContextBytes - 1));
        return section is null ? null : BinaryPrimitives.ReadUInt64LittleEndian(
            elf.Bytes(section).Span[(int)(address - section.Address)..]);
    }
}
