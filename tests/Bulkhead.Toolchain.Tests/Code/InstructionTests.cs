// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Tests.Code;

public class InstructionTests
{
    private static Instruction One(string text)
    {
        CodeMap map = CodeMap.Of(TinyProgram.Link(".global _start\n_start: " + text));
        return map.Functions[0].Instructions[0];
    }

    [Theory]
    [InlineData("movi v16.16b, #0")]
    [InlineData("stp q16, q17, [x0]")]
    [InlineData("ldr d0, [x1, #8]")]
    [InlineData("ldur s3, [x1, #-8]")]
    [InlineData("str q1, [sp, #-16]!")]
    [InlineData("ld1 {v0.16b}, [x0]")]
    [InlineData("fmov x0, d0")]
    [InlineData("scvtf d0, x1")]
    [InlineData("cnt v0.8b, v0.8b")]
    [InlineData("ldr q0, .")]
    [InlineData("fcsel d0, d1, d2, eq")]
    public void VectorInstructionsAreSeen(string text) => Assert.True(One(text).UsesVectorRegister);

    [Theory]
    [InlineData("stp x16, x17, [x0]")]
    [InlineData("ldr x0, [x1, #8]")]
    [InlineData("ldaxr x0, [x1]")]
    [InlineData("umulh x0, x1, x2")]
    [InlineData("rbit x0, x1")]
    [InlineData("msr vttbr_el2, x0")]
    [InlineData("mrs x0, fpcr")]
    [InlineData("movk x0, #0xffff, lsl #48")]
    [InlineData("b .")]
    [InlineData("dc cvac, x0")]
    [InlineData("tbnz x0, #63, .")]
    [InlineData("svc #0")]
    public void GeneralInstructionsAreNot(string text) =>
        Assert.False(One(text).UsesVectorRegister);

    [Theory]
    [InlineData("sub sp, sp, #32", -32)]
    [InlineData("sub sp, sp, #2, lsl #12", -8192)]
    [InlineData("add sp, sp, #48", 48)]
    [InlineData("stp x29, x30, [sp, #-96]!", -96)]
    [InlineData("ldp x29, x30, [sp], #96", 96)]
    [InlineData("str x0, [sp, #-16]!", -16)]
    [InlineData("ldr x0, [sp], #16", 16)]
    [InlineData("stp q0, q1, [sp, #-64]!", -64)]
    [InlineData("stp d8, d9, [sp, #-16]!", -16)]
    [InlineData("stp x29, x30, [sp, #16]", 0)]
    [InlineData("str x0, [sp, #16]", 0)]
    [InlineData("ldr x0, [sp, x1]", 0)]
    [InlineData("add x0, sp, #16", 0)]
    [InlineData("subs xzr, x3, #16", 0)]
    [InlineData("mov sp, x29", 0)]
    [InlineData("stp x0, x1, [x2, #-16]!", 0)]
    public void StackChangesAreRead(string text, long bytes) =>
        Assert.Equal(new StackChange(bytes, true), StackChange.Of(One(text)));

    [Theory]
    [InlineData("sub sp, sp, x9")]
    [InlineData("mov sp, x0")]
    public void OpenStackChangesAreSaid(string text) =>
        Assert.False(StackChange.Of(One(text)).IsKnown);

    [Fact]
    public void DirectTargetsAreComputed()
    {
        Assert.Equal(0x4000_0000ul, One("b .").Target);
        Assert.Equal(0x4000_0010ul, One("bl . + 16").Target);
        Assert.Equal(0x3FFF_FFF0ul, One("cbz x0, . - 16").Target);
        Assert.Equal(0x4000_0008ul, One("tbz x0, #3, . + 8").Target);
        Assert.Equal(0x4000_0008ul, One("b.eq . + 8").Target);
        Assert.Null(One("blr x0").Target);
    }

    [Fact]
    public void EveryVectorOperandThatTheDisassemblerNamesIsSeen()
    {
        CodeMap map = CodeMap.Of(TinyProgram.Link(".global _start\n_start: nop"));
        Assert.NotEmpty(map.Functions);
        var register = new Regex(@"\b[qdshbv]\d+\b");
        var random = new Random(7);
        for (int round = 0; round < 20000; round++)
        {
            var instruction = new Instruction(0x4000_0000, (uint)random.NextInt64(1L << 32));
            string text = Disassembler.Text(instruction);
            if (!text.StartsWith(".word") && register.IsMatch(text.Split(' ', 2).Last()))
                Assert.True(instruction.UsesVectorRegister, text);
        }
    }
}
