// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>One A64 instruction, as far as the gates look into it.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Word">Its 32 bits.</param>
/// <remarks>
/// Encodings: Arm Architecture Reference Manual, section C4.1 "A64 instruction set encoding".
/// </remarks>
public readonly record struct Instruction(ulong Address, uint Word)
{
    /// <summary>
    /// Whether it belongs to the groups "Scalar Floating-Point and Advanced SIMD" (op0 = x111) or
    /// is a load or store of such a register (op0 = x1x0, V = 1): bits 27 and 26 are both one in
    /// all of them and nowhere else. Scalable vectors (op0 = 0010) count too.
    /// </summary>
    public bool UsesVectorRegister =>
        ((Word >> 26) & 3) == 3 || ((Word >> 25) & 0xF) == 0b0010;

    /// <summary>BL.</summary>
    public bool IsCall => (Word & 0xFC00_0000) == 0x9400_0000;

    /// <summary>A load or store (op0 = x1x0) whose address comes from a register other than the
    /// stack pointer and the frame pointer: what may go through a null reference.</summary>
    public bool IsAccessByReference => (Word & 0x0A00_0000) == 0x0800_0000
        && (Word & 0x3B00_0000) != 0x1800_0000 && ((Word >> 5) & 31) is not (29 or 31);

    /// <summary>B without a condition.</summary>
    public bool IsJump => (Word & 0xFC00_0000) == 0x1400_0000;

    /// <summary>B.cond.</summary>
    public bool IsConditionalJump => (Word & 0xFF00_0000) == 0x5400_0000;

    /// <summary>CBZ or CBNZ.</summary>
    public bool IsCompareJump => (Word & 0x7E00_0000) == 0x3400_0000;

    /// <summary>TBZ or TBNZ.</summary>
    public bool IsTestJump => (Word & 0x7E00_0000) == 0x3600_0000;

    /// <summary>BLR: where it goes is in a register.</summary>
    public bool IsIndirectCall => (Word & 0xFFFF_FC1F) == 0xD63F_0000;

    /// <summary>BR: where it goes is in a register.</summary>
    public bool IsIndirectJump => (Word & 0xFFFF_FC1F) == 0xD61F_0000;

    /// <summary>RET.</summary>
    public bool IsReturn => (Word & 0xFFFF_FC1F) == 0xD65F_0000;

    /// <summary>ERET.</summary>
    public bool IsExceptionReturn => Word == 0xD69F_03E0;

    /// <summary>DSB NSH, or a stronger DSB (ISH, SY).</summary>
    public bool IsDataBarrier => Word is 0xD503_379F or 0xD503_3B9F or 0xD503_3F9F;

    /// <summary>ISB.</summary>
    public bool IsInstructionBarrier => Word == 0xD503_3FDF;

    /// <summary>SB, the speculation barrier.</summary>
    public bool IsSpeculationBarrier => Word == 0xD503_30FF;

    /// <summary>BRK, or an undefined word as the compiler puts it between methods.</summary>
    public bool IsTrap => (Word & 0xFFE0_001F) == 0xD420_0000 || Word <= 0xFFFF;

    /// <summary>Whether the next instruction never runs after this one.</summary>
    public bool EndsFlow =>
        IsJump || IsIndirectJump || IsReturn || IsExceptionReturn || IsTrap;

    /// <summary>Where a direct call or jump goes; null for anything else.</summary>
    public ulong? Target
    {
        get
        {
            if (IsCall || IsJump)
                return Offset(Word & 0x03FF_FFFF, 26);
            if (IsConditionalJump || IsCompareJump)
                return Offset((Word >> 5) & 0x7_FFFF, 19);
            return IsTestJump ? Offset((Word >> 5) & 0x3FFF, 14) : null;
        }
    }

    private ulong Offset(uint field, int width)
    {
        long signed = (long)((ulong)field << (64 - width)) >> (64 - width);
        return Address + (ulong)(signed * 4);
    }
}
