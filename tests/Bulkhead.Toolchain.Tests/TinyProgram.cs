// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests;

/// <summary>Programs of a few lines of assembly, made to pass or to break one gate.</summary>
public static class TinyProgram
{
    private const string Script = """
        ENTRY(_start)
        SECTIONS
        {
            . = 0x40000000;
            .text : { *(.text*) }
            .rodata : { *(.rodata*) }
            .data : { *(.data*) }
            .bss : { *(.bss*) }
        }
        """;

    /// <summary>Assembles and links.</summary>
    public static ElfFile Link(string assembly)
    {
        using var folder = new TemporaryFolder();
        var context = new ToolchainContext(folder.Path);
        string source = folder.Write("tiny.S", assembly + "\n");
        Assembler.Assemble(context, source, folder.File("tiny.o"));
        Linker.Link(
            context, [folder.File("tiny.o")], folder.Write("tiny.ld", Script),
            folder.File("tiny.elf"));
        return ElfFile.Read(folder.File("tiny.elf"));
    }

    /// <summary>Assembles only.</summary>
    public static ElfFile Assemble(string assembly)
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("tiny.S", assembly + "\n");
        Assembler.Assemble(new ToolchainContext(folder.Path), source, folder.File("tiny.o"));
        return ElfFile.Read(folder.File("tiny.o"));
    }

    /// <summary>Runs one gate over a program.</summary>
    public static GateResult Check(IGate gate, string assembly) =>
        gate.Check(new GateSubject(Link(assembly)));

    /// <summary>A function with a size, as the compiler writes them.</summary>
    public static string Function(string name, string body) =>
        $".global {name}\n.type {name}, %function\n{name}:\n{body}\n.size {name}, . - {name}\n";
}
