// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

/// <summary>Which static initialisers of a program run before its main method: first of one that is
/// written by hand, then of one that the native compiler has made.</summary>
public class ConstructorListTests
{
    private const string Partition = "tests/target/suite-managed/Bulkhead.Suite.Managed.csproj";
    private const string Types = "suite_managed_Bulkhead_Suite_Managed_ConstructorTests_";
    private const string Statics = "__NONGCSTATICS";
    private const string Prefix = TypeCatalogueTests.Prefix + "SampleTypes_";

    private const string SharedConstructor =
        "\"__fatpointer_" + Prefix + "EarlyOf_1<String>___cctor\"";

    private static readonly Lazy<NativeBuildResult> s_built = new(() => PartitionBuild.Run(
        Repository.Context, Repository.Context.InRepository(Partition)));

    [Fact]
    public void TypesWithoutExplicitConstructorAreListedByAddress()
    {
        ElfFile program = TinyProgram.Link($"""
            {Constructor(Prefix + "Early")}
            {Constructor(Prefix + "EarlyOf_1<Int32>")}
            {Constructor(Prefix + "EarlyOf_1<System___Canon>")}
            {Constructor(Prefix + "Explicit")}
            {Constructor("Nobody")}
            .data
            {StaticsOf(Prefix + "EarlyOf_1<String>", SharedConstructor + " + 2")}
            {StaticsOf(Prefix + "Explicit", Prefix + "Explicit___cctor")}
            {StaticsOf(Prefix + "EarlyOf_1<Int32>", $"\"{Prefix}EarlyOf_1<Int32>___cctor\"")}
            {StaticsOf("Nobody", "Nobody___cctor")}
            {StaticsOf(Prefix + "Early", Prefix + "Early___cctor")}
            {SharedConstructor}: .quad 0, 0
            """);
        ulong[] expected =
        [
            Context(program, Prefix + "EarlyOf_1<String>"),
            Context(program, Prefix + "EarlyOf_1<Int32>"), Context(program, Prefix + "Early"),
        ];
        Assert.Equal(expected, ConstructorList.Contexts(program, TypeCatalogueTests.Catalogue));
        Assert.Equal(expected, Read(TinyProgram.Assemble(
            ConstructorList.Make(program, TypeCatalogueTests.Catalogue))));
    }

    // Statics that are there from the start have no context; another type's may lie before them.
    [Fact]
    public void WhatIsInitialisedAlreadyIsNotListed()
    {
        ElfFile program = TinyProgram.Link($"""
            {Constructor(Prefix + "Early")}
            {Constructor(Prefix + "EarlyOf_1<Int32>")}
            .data
            .quad "{Prefix}EarlyOf_1<Int32>___cctor"
            "{Statics}{Prefix}Early": .quad 0
            .bss
            "{Statics}{Prefix}EarlyOf_1<Int32>": .quad 0
            """);
        Assert.Empty(ConstructorList.Contexts(program, TypeCatalogueTests.Catalogue));
    }

    [Theory]
    [InlineData("Early")]
    [InlineData("EarlyOf_1<Int32>")]
    [InlineData("EarlyOf_1<String>")]
    [InlineData("Failing")]
    public void CompiledProgramListsInitialisers(string type) =>
        Assert.Contains(Context(Built, Types + type), Read(Built));

    [Theory]
    [InlineData("Late")]
    [InlineData("LateFailing")]
    public void CompiledProgramLeavesExplicitConstructorsToTheirUse(string type) =>
        Assert.DoesNotContain(Context(Built, Types + type), Read(Built));

    // Its fields are constants for the compiler: there is no constructor to run.
    [Fact]
    public void CompiledProgramHasNoConstructorForConstants()
    {
        Assert.NotNull(Built.FindSymbol(Statics + Types[..^1]));
        Assert.Null(Built.FindSymbol(Types[..^1] + "___cctor"));
    }

    // The list comes with the second link and must not move what the first one found.
    [Fact]
    public void EveryListedContextHoldsAConstructor()
    {
        HashSet<ulong> constructors =
        [
            .. Built.Symbols.Where(symbol => symbol.Name.EndsWith("___cctor"))
                .Select(symbol => symbol.Name.StartsWith("__fatpointer_")
                    ? symbol.Value + 2 : symbol.Value),
        ];
        Assert.NotEmpty(Read(Built));
        Assert.All(Read(Built), context => Assert.Contains(Word(Built, context), constructors));
    }

    private static ElfFile Built => ElfFile.Read(s_built.Value.RequirePassed().ElfPath);

    private static string Constructor(string type) =>
        TinyProgram.Function($"\"{type}___cctor\"", "ret");

    private static string StaticsOf(string type, string constructor) =>
        $".quad {constructor}\n\"{Statics}{type}\": .quad 0";

    private static ulong Context(ElfFile program, string type) =>
        program.FindSymbol(Statics + type)!.Value - 8;

    private static ulong Word(ElfFile program, ulong address)
    {
        ElfSection section = program.Sections.First(
            section => section.IsAllocated && section.Contains(address));
        return BinaryPrimitives.ReadUInt64LittleEndian(
            program.Bytes(section).Span[(int)(address - section.Address)..]);
    }

    // Of a linked program between the linker's two symbols, of an object its section.
    private static ulong[] Read(ElfFile file)
    {
        ulong? start = file.FindSymbol("__constructors_start")?.Value;
        ElfSection section = file.FindSection(start is null ? ".bulkhead.constructors" : ".names")!;
        ReadOnlyMemory<byte> bytes = file.Bytes(section);
        if (start is ulong first)
        {
            ulong end = file.FindSymbol("__constructors_end")!.Value;
            bytes = bytes.Slice((int)(first - section.Address), (int)(end - first));
        }
        return
        [
            .. Enumerable.Range(0, bytes.Length / 4).Select(index =>
                (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(index * 4)..])),
        ];
    }
}
