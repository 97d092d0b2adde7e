// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Frames;

/// <summary>The instructions of a prologue, as far as they move the stack pointer or set the frame
/// pointer.</summary>
/// <remarks>
/// The runtime counts the same instructions up to one that failed
/// (<c>Internal.Runtime.Exceptions.Prologue</c>). So a program is refused in which they do not sum
/// up to what the frame's description says.
/// </remarks>
internal static class PrologueCode
{
    private const int InstructionBytes = 4;

    /// <summary>Refuses a prologue that the runtime would not understand.</summary>
    /// <exception cref="ToolchainException">It is such a one.</exception>
    internal static void Check(ElfFile elf, FrameRow row)
    {
        int depth = 0, frame = 0;
        bool isWhole = false, isSet = false;
        foreach (uint code in Instructions(elf, row.Start, row.Body))
        {
            int? lowered = Lowered(code);
            bool isByRegister = IsLoweredByRegister(code);
            if (isSet)
                throw Error(row, "goes on behind the frame pointer");
            if (isWhole && (isByRegister || lowered is not null))
                throw Error(row, "lowers the stack pointer after it did so by a register");
            depth += lowered ?? 0;
            isWhole |= isByRegister;
            if ((code & 0xFFC003FF) == 0x910003FD)
                (isSet, frame) = (true, (int)(code >> 10 & 0xFFF));
        }
        if (isSet != (row.BaseRegister == FrameRow.FramePointer))
            throw Error(row, "has another frame pointer than its description says");
        // What a register holds is not looked at: the frame pointer must be where it led to.
        if (isWhole ? !isSet || frame != 0 : depth - frame != row.BaseOffset)
            throw Error(row, "moves the stack pointer in an unknown way");
    }

    /// <summary>By how much an instruction lowers the stack pointer, without registers: sub, and
    /// stp and str of 64 bits with the address written back. Null: not at all.</summary>
    internal static int? Lowered(uint code)
    {
        if ((code & 0xFF8003FF) == 0xD10003FF)
            return (int)(code >> 10 & 0xFFF) << ((code >> 22 & 1) != 0 ? 12 : 0);
        if ((code & 0xFFC003E0) is 0xA98003E0 or 0x6D8003E0)
            return -((int)(code << 10) >> 25) * 8;
        if ((code & 0xFFE00FE0) is 0xF8000FE0 or 0xFC000FE0)
            return -((int)(code << 11) >> 23);
        return null;
    }

    /// <summary>Whether an instruction is <c>sub sp, sp, xN</c>.</summary>
    internal static bool IsLoweredByRegister(uint code) => (code & 0xFFE0FFFF) == 0xCB2063FF;

    /// <summary>The instructions of a piece of code.</summary>
    internal static IEnumerable<uint> Instructions(ElfFile elf, ulong start, ulong end)
    {
        ElfSection section = elf.Sections.First(
            section => section.IsExecutable && section.Contains(start));
        ReadOnlyMemory<byte> bytes = elf.Bytes(section);
        for (ulong at = start; at < end; at += InstructionBytes)
        {
            yield return BinaryPrimitives.ReadUInt32LittleEndian(
                bytes.Span[(int)(at - section.Address)..]);
        }
    }

    private static ToolchainException Error(FrameRow row, string what) =>
        new($"The prologue of the function at 0x{row.Start:x} {what}.");
}
