// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Tests;

/// <summary>Hand-written code that is linked when a program asks for it, as that of threads.</summary>
public class OptionalSourceTests
{
    private const string Start = """
                .global _start
        _start: b       answer
                .weak   entry
                b       entry
                .weak   answer
        answer: ret

        """;

    private const string Optional = """
                .global answer, entry, wanted
        answer: nop
                ret
        entry:  nop
                nop
                ret
        wanted: ret

        """;

    [Fact]
    public void WeakSymbolsDoNotAskForIt()
    {
        ElfFile program = Link(Start);
        Assert.DoesNotContain(program.Symbols, symbol => symbol.Name == "wanted");
        // Branch, a branch that falls through, and the program's own answer.
        Assert.Equal(12u, (uint)program.Sections.First(s => s.Name == ".text").Size);
    }

    [Fact]
    public void OneSymbolBringsAllOfIt()
    {
        ElfFile program = Link(Start + "        bl      wanted\n");
        ulong wanted = Address(program, "wanted");
        Assert.Equal(wanted - 20, Address(program, "answer"));
        Assert.Equal(wanted - 12, Address(program, "entry"));
    }

    [Theory]
    [InlineData(PartitionTier.Static, "static/identity.S")]
    [InlineData(PartitionTier.Scoped, "bodies/identity.S")]
    [InlineData(PartitionTier.Collected, "bodies/identity.S")]
    public void EachTierHasTheThreadsItNeeds(PartitionTier tier, string identity)
    {
        IReadOnlyList<string> sources = ManagedRuntime.ThreadSources(Repository.Context, tier);
        Assert.Contains(sources, path => path.EndsWith("Threads/threads.S"));
        Assert.Single(sources, path => path.EndsWith("identity.S"));
        Assert.Contains(sources, path => path.EndsWith(identity));
    }

    private static ulong Address(ElfFile program, string name) =>
        program.Symbols.First(symbol => symbol.Name == name).Value;

    private static ElfFile Link(string start)
    {
        using var folder = new TemporaryFolder();
        var context = new ToolchainContext(folder.Path);
        Assembler.Assemble(context, folder.Write("start.S", start), folder.File("start.o"));
        Assembler.Assemble(context, folder.Write("more.S", Optional), folder.File("more.o"));
        Archiver.Archive(context, [folder.File("more.o")], folder.File("more.a"));
        string script = folder.Write(
            "tiny.ld", "SECTIONS { . = 0x40000000; .text : { *(.text*) } }\n");
        Linker.Link(
            context, [folder.File("start.o"), folder.File("more.a")], script,
            folder.File("tiny.elf"));
        return ElfFile.Read(folder.File("tiny.elf"));
    }
}
