// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Frames;

namespace Bulkhead.Toolchain.Tests.Frames;

/// <summary>Every form of prologue that the native compiler writes, by the size of the frame, is
/// unwound from each of its instructions.</summary>
public class PrologueTests
{
    [Theory]
    [InlineData("29, 16", "29 -16 30 -8", "stp x29, x30, [sp, #-16]!; mov x29, sp")]
    [InlineData("31, 32", "29 -32 30 -24 19 -16 20 -8",
        "stp x29, x30, [sp, #-32]!; stp x19, x20, [sp, #16]")]
    [InlineData("29, 160", "29 -160 30 -152 72 -24 73 -16 19 -8",
        "stp x29, x30, [sp, #-160]!; stp d8, d9, [sp, #136]; str x19, [sp, #152]; mov x29, sp")]
    [InlineData("29, 16", "29 -16 30 -8 19 -32 20 -24",
        "sub sp, sp, #48; stp x19, x20, [sp, #16]; stp x29, x30, [sp, #32]; add x29, sp, #32")]
    [InlineData("29, 16", "29 -16 30 -8 19 -32 20 -24",
        "stp x19, x20, [sp, #-32]!; stp x29, x30, [sp, #16]; add x29, sp, #16")]
    [InlineData("29, 32", "29 -32 30 -24 19 -16",
        "str x19, [sp, #-16]!; stp x29, x30, [sp, #-16]!; mov x29, sp")]
    [InlineData("29, 48", "29 -48 30 -40 72 -16",
        "str d8, [sp, #-16]!; stp x29, x30, [sp, #-32]!; mov x29, sp")]
    [InlineData("29, 48", "29 -48 30 -40 72 -16 73 -8",
        "stp d8, d9, [sp, #-16]!; stp x29, x30, [sp, #-32]!; mov x29, sp")]
    [InlineData("29, 528", "29 -528 30 -520 19 -8",
        "sub sp, sp, #16; str x19, [sp, #8]; stp x29, x30, [sp, #-512]!; mov x29, sp")]
    [InlineData("29, 624", "29 -624 30 -616 19 -8",
        "sub sp, sp, #16; str x19, [sp, #8]; sub sp, sp, #608; stp x29, x30, [sp]; mov x29, sp")]
    [InlineData("29, 4112", "29 -4112 30 -4104 19 -8",
        "sub sp, sp, #16; str x19, [sp, #8]; sub sp, sp, #1, lsl #12; stp x29, x30, [sp]; "
        + "mov x29, sp")]
    [InlineData("29, 4224", "29 -4224 30 -4216 19 -8",
        "mov x9, #-4096; ldr wzr, [sp, x9]; sub sp, sp, #16; str x19, [sp, #8]; mov x1, #4208; "
        + "sub sp, sp, x1; stp x29, x30, [sp]; mov x29, sp")]
    [InlineData("29, 70032", "29 -70032 30 -70024 19 -8",
        "mov x9, #-4096; mov x1, #-4472; movk x1, #65534, lsl #16; 1: ldr wzr, [sp, x9]; "
        + "sub x9, x9, #1, lsl #12; cmp x1, x9; b.ls 1b; sub sp, sp, #16; str x19, [sp, #8]; "
        + "mov x1, #4480; movk x1, #1, lsl #16; sub sp, sp, x1; stp x29, x30, [sp]; mov x29, sp")]
    public void EveryInstructionIsUnwound(string frame, string saves, string prologue)
    {
        ElfFile elf = Program(frame, saves, prologue);
        using FrameMachine machine = new(elf);
        machine.Check(Assert.Single(FrameReader.Read(elf)));
    }

    // Moves that the runtime does not count, wrong sums, and a frame pointer at the wrong place.
    [Theory]
    [InlineData("29, 16", "stp w29, w30, [sp, #-16]!; mov x29, sp")]
    [InlineData("29, 32", "stp x29, x30, [sp, #-16]!; mov x29, sp")]
    [InlineData("29, 16", "stp x29, x30, [sp, #-16]!")]
    [InlineData("29, 16", "stp x29, x30, [sp, #-16]!; mov x29, sp; nop")]
    [InlineData("31, 32", "sub sp, sp, x9; stp x29, x30, [sp]")]
    [InlineData("29, 32", "sub sp, sp, x9; stp x29, x30, [sp, #-16]!; mov x29, sp")]
    public void PrologueThatTheRuntimeWouldNotCountIsRefused(string frame, string prologue)
    {
        ElfFile elf = Program(frame, "29 -16 30 -8", prologue);
        Assert.Contains("0x40000000", Assert.Throws<ToolchainException>(
            () => FrameTable.Make(elf)).Message, StringComparison.Ordinal);
    }

    internal static string Function(string name, string frame, string saves, string prologue)
    {
        string[] words = saves.Split(' ');
        string offsets = string.Concat(
            words.Chunk(2).Select(pair => $".cfi_offset {pair[0]}, {pair[1]}\n"));
        return TinyProgram.Function(
            name,
            $".cfi_startproc\n{prologue}\n.cfi_def_cfa {frame}\n{offsets}nop\nret\n.cfi_endproc");
    }

    private static ElfFile Program(string frame, string saves, string prologue) =>
        TinyProgram.Link(Function("_start", frame, saves, prologue));
}
