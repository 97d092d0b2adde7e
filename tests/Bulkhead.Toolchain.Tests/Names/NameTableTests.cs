// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

/// <summary>The tables that are written for a small program are read back as the runtime reads
/// them.</summary>
public class NameTableTests
{
    private const string Prefix = TypeCatalogueTests.Prefix;

    private readonly byte[] _bytes;
    private readonly ElfFile _program;

    public NameTableTests()
    {
        using NamedProgram program = new($"""
            .file 1 "/made/Program.cs"
            .file 2 "{Repository.Context.InRepository("src/corelib/System/Object.cs")}"
            {TinyProgram.Function("_start", ".loc 1 70000\n bl String__Concat\n ret")}
            {TinyProgram.Function("String__Concat", ".loc 2 5\n bl unknown\n ret")}
            {TinyProgram.Function("unknown", "ret")}
            {TinyProgram.Function("unknown_too", "ret")}
            {TinyProgram.Function("Int32__Parse_3", "ret")}
            .global exported
            .type exported, %function
            exported:
            {TinyProgram.Function("Int32__CompareTo_1", "ret")}
            .data
            .global _ZTV6String, _ZTV9{Prefix}SampleTypes_Level
            _ZTV9{Prefix}SampleTypes_Level: .quad 0
            _ZTV6String: .quad 0
            """);
        _program = program.Elf;
        string source = NameTable.Make(
            Repository.Context, program.Elf, TypeCatalogueTests.Catalogue, program.Folder);
        ElfFile table = TinyProgram.Assemble(source);
        _bytes = table.Bytes(table.FindSection(".bulkhead.names")!).ToArray();
    }

    // Types, enumerations, members, methods, owners, calls.
    [Fact]
    public void HeaderCountsTheRows() =>
        Assert.Equal([2, 1, 3, 4, 3, 1], Enumerable.Range(0, 6).Select(Word));

    [Fact]
    public void TypesComeByAddressWithTheirNames()
    {
        Assert.Equal(Address($"_ZTV9{Prefix}SampleTypes_Level"), Word(6));
        Assert.Equal("Bulkhead.Toolchain.Tests.Names", Text(14));
        Assert.Equal("SampleTypes+Level", Text(15));
        Assert.Equal(Address("_ZTV6String"), Word(8));
        Assert.Equal(("System", "String"), (Text(18), Text(19)));
    }

    // Key, flags, first member, members; then value low, value high and name of each.
    [Fact]
    public void EnumerationHasItsMembers()
    {
        Assert.Equal([Word(6), 0, 0, 3], Enumerable.Range(10, 4).Select(Word));
        int[] halves = [14, 15, 17, 18, 20, 21];
        Assert.Equal([0, 0, 1, 0, -1, -1], halves.Select(Word));
        Assert.Equal("None High Below", $"{Long(16)} {Long(19)} {Long(22)}");
    }

    // Code of no method ends the method before it, once.
    [Fact]
    public void MethodsHaveOwnersAndWhatIsNoneEndsThem()
    {
        Assert.Equal(
            [
                Address("String__Concat"), Address("unknown"), Address("Int32__Parse_3"),
                Address("exported"),
            ],
            [Word(23), Word(25), Word(27), Word(29)]);
        Assert.Equal(
            ["Concat", "", "Parse", "CompareTo"], [Text(49), Text(53), Text(57), Text(61)]);
        Assert.Equal(
            ["System.String", ".", "System.Int32", "System.Int32"],
            new[] { Half(48), Half(52), Half(56), Half(60) }.Select(Owner));
    }

    // The library's own calls have no line; 65,535 is the largest.
    [Fact]
    public void CallsHaveFileAndLine()
    {
        Assert.Equal(Address("_start"), Word(34));
        Assert.Equal("/made/Program.cs", Text(70));
        Assert.Equal(ushort.MaxValue, Half(71));
    }

    private int TextsStart => 36 * 4;

    private int Address(string symbol) => (int)_program.FindSymbol(symbol)!.Value;

    private int Word(int index) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(index * 4));

    private int Half(int index) =>
        BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(index * 2));

    private string Text(int half) => At(Half(half));

    private string Long(int word) => At(Word(word));

    private string Owner(int index) => $"{Text(62 + (index * 2))}.{Text(63 + (index * 2))}";

    private string At(int place)
    {
        int at = TextsStart + (place * 2);
        return Encoding.ASCII.GetString(_bytes[at..Array.IndexOf(_bytes, (byte)0, at)]);
    }
}
