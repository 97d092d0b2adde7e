// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>What one instruction does to the stack pointer.</summary>
/// <param name="Bytes">Added to the stack pointer; below zero takes room.</param>
/// <param name="IsKnown">False when the amount is not in the instruction.</param>
/// <remarks>Encodings: Arm Architecture Reference Manual, sections C4.1.92 and C4.1.94.</remarks>
public readonly record struct StackChange(long Bytes, bool IsKnown)
{
    private const uint StackPointer = 31;
    private static readonly StackChange _none = new(0, true);
    private static readonly StackChange _unknown = new(0, false);

    /// <summary>Looks at one instruction.</summary>
    public static StackChange Of(Instruction instruction)
    {
        uint word = instruction.Word;
        uint destination = word & 31;
        uint source = (word >> 5) & 31;
        // ADD/SUB (immediate), 64 bits, no flags: the only form that can name SP as destination.
        if ((word & 0xBF80_0000) == 0x9100_0000 && destination == StackPointer)
            return Immediate(word, source);
        // ADD/SUB (extended register) with SP as destination.
        if ((word & 0xBFE0_0000) == 0x8B20_0000 && destination == StackPointer)
            return _unknown;
        if (source != StackPointer)
            return _none;
        // LDP/STP of X registers, pre- or post-indexed.
        if ((word & 0xFE80_0000) == 0xA880_0000)
            return new StackChange(SignedField(word, 15, 7) * 8, true);
        // LDP/STP of D and Q registers, pre- or post-indexed.
        if ((word & 0x3E80_0000) == 0x2C80_0000)
            return new StackChange(SignedField(word, 15, 7) * (4L << (int)(word >> 30)), true);
        // LDR/STR, pre- or post-indexed.
        if ((word & 0x3B20_0400) == 0x3800_0400)
            return new StackChange(SignedField(word, 12, 9), true);
        return _none;
    }

    private static StackChange Immediate(uint word, uint source)
    {
        // MOV SP, Xn: the frame pointer gives the frame back, anything else is another stack.
        if (source != StackPointer)
            return source == 29 ? _none : _unknown;
        long amount = (long)((word >> 10) & 0xFFF) << (int)(((word >> 22) & 1) * 12);
        bool subtracts = (word & 0x4000_0000) != 0;
        return new StackChange(subtracts ? -amount : amount, true);
    }

    private static long SignedField(uint word, int start, int width) =>
        (long)((ulong)(word >> start) << (64 - width)) >> (64 - width);
}
