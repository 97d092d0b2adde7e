// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Tests.Names;

/// <summary>A linked program of a few lines with the symbols and line tables that the native
/// compiler would write.</summary>
internal sealed class NamedProgram : IDisposable
{
    private const string Script = """
        ENTRY(_start)
        SECTIONS
        {
            . = 0x40000000;
            .text : { *(.text*) }
            .data : { *(.data*) }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    internal NamedProgram(string assembly)
    {
        var context = new ToolchainContext(_folder.Path);
        string source = _folder.Write("named.S", assembly + "\n");
        Assembler.Assemble(context, source, _folder.File("named.o"));
        Linker.Link(
            context, [_folder.File("named.o")], _folder.Write("named.ld", Script + "\n"),
            _folder.File("named.elf"));
        Elf = ElfFile.Read(_folder.File("named.elf"));
    }

    /// <summary>The program.</summary>
    internal ElfFile Elf { get; }

    /// <summary>A folder for lists.</summary>
    internal string Folder => _folder.Path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
