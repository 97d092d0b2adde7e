// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Gee.External.Capstone;
using Gee.External.Capstone.Arm64;

namespace Bulkhead.Toolchain.Code;

/// <summary>Shows one instruction as text, for messages.</summary>
public static class Disassembler
{
    /// <summary>Mnemonic and operands; the plain word when it is no instruction.</summary>
    public static string Text(Instruction instruction)
    {
        using CapstoneArm64Disassembler disassembler =
            CapstoneDisassembler.CreateArm64Disassembler(Arm64DisassembleMode.Arm);
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, instruction.Word);
        Arm64Instruction[] found = disassembler.Disassemble(bytes, (long)instruction.Address);
        return found.Length == 0
            ? $".word 0x{instruction.Word:x8}"
            : $"{found[0].Mnemonic} {found[0].Operand}".TrimEnd();
    }
}
