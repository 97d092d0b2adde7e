// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Frames;

/// <summary>A layout that functions share, in the words of the frame table.</summary>
/// <param name="Registers">Bits 17:0 a bit for each of d8 to d15 and x19 to x28 that is saved, 18
/// the frame pointer is the base, 23:19 instructions of the prologue, 31:24 distance of the saved
/// frame pointer and link register from the base.</param>
/// <param name="Frame">Distance of the caller's stack pointer from the base.</param>
/// <param name="Saved">Distance of what is saved from the caller's stack pointer.</param>
/// <param name="Method">Number of the method with clauses that the function belongs to; -1: none.
/// </param>
internal readonly record struct FrameShape(uint Registers, int Frame, int Saved, int Method)
{
    private const int Unit = 8;
    private const int InstructionBytes = 4;
    private const int VectorFirst = 72;
    private const int KeptFirst = 19;
    private const int VectorCount = 8;
    private const int KeptCount = 10;
    private const int FramePointerBit = 18;
    private const int PrologueShift = 19;
    private const int PrologueMost = 31;
    private const int LinkShift = 24;
    private const int LinkMost = 255;

    /// <summary>Packs a description.</summary>
    /// <exception cref="ToolchainException">The table has no words for it.</exception>
    internal static FrameShape Of(FrameRow row, int method)
    {
        uint saved = 0;
        int first = 0, expected = 0;
        foreach ((int bit, int offset) in Saves(row).OrderBy(save => save.Bit))
        {
            if (saved == 0) first = expected = offset;
            Require(row, offset == expected, "does not save its registers in order");
            saved |= 1u << bit;
            expected += Unit;
        }
        bool hasLink = row.Saves.TryGetValue(FrameRow.FramePointer, out int link)
            && row.Saves.TryGetValue(FrameRow.LinkRegister, out int back) && back == link + Unit;
        Require(row, hasLink, "does not save its frame pointer and link register together");
        bool isFramePointer = row.BaseRegister == FrameRow.FramePointer;
        Require(
            row, isFramePointer || row.BaseRegister == FrameRow.StackPointer,
            "is counted from another register");
        uint prologue = (uint)(row.Body - row.Start) / InstructionBytes;
        Require(row, prologue <= PrologueMost, "has too long a prologue");
        int distance = Units(row, row.BaseOffset + link);
        Require(row, distance <= LinkMost, "saves its link register too high");
        uint registers = saved | (isFramePointer ? 1u << FramePointerBit : 0)
            | prologue << PrologueShift | (uint)distance << LinkShift;
        return new FrameShape(
            registers, Units(row, row.BaseOffset), Units(row, -first), method);
    }

    private static IEnumerable<(int Bit, int Offset)> Saves(FrameRow row)
    {
        foreach ((int register, int offset) in row.Saves)
        {
            if (register is FrameRow.FramePointer or FrameRow.LinkRegister) continue;
            bool isVector = register is >= VectorFirst and < VectorFirst + VectorCount;
            Require(
                row, isVector || register is >= KeptFirst and < KeptFirst + KeptCount,
                $"saves the register {register}");
            yield return
                (isVector ? register - VectorFirst : register - KeptFirst + VectorCount, offset);
        }
    }

    private static int Units(FrameRow row, int bytes)
    {
        Require(row, bytes >= 0 && bytes % Unit == 0, "has a distance of no whole units");
        Require(row, bytes / Unit <= ushort.MaxValue, "is too large");
        return bytes / Unit;
    }

    private static void Require(FrameRow row, bool holds, string what)
    {
        if (!holds)
        {
            throw new ToolchainException(
                $"The frame of the function at 0x{row.Start:x} {what}.");
        }
    }
}
