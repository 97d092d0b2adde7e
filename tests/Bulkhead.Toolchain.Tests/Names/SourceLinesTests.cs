// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Names;

public class SourceLinesTests
{
    [Fact]
    public void CallsHaveTheLinesThatTheTablesSay()
    {
        using NamedProgram program = new("""
            .file 1 "/made/First.cs"
            .file 2 "/made/other.S"
            .global _start
            _start:
            .loc 1 7
                mov x0, #1
                bl leaf
            .loc 1 9
                blr x0
            .loc 2 3
                bl leaf
            .loc 1 0
                bl leaf
            .loc 1 11
                ret
            leaf: ret
            """);
        ulong start = program.Elf.FindSection(".text")!.Address;
        Assert.Equal(
            [(start + 4, "/made/First.cs", 7), (start + 8, "/made/First.cs", 9)],
            SourceLines.OfCalls(program.Elf, program.Folder));
    }

    [Fact]
    public void ProgramWithoutCallsOrLinesHasNone()
    {
        using NamedProgram still = new(".global _start\n_start: ret");
        Assert.Empty(SourceLines.OfCalls(still.Elf, still.Folder));
        using NamedProgram bare = new(".global _start\n_start: bl _start\nret");
        Assert.Empty(SourceLines.OfCalls(bare.Elf, bare.Folder));
    }
}
