// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>How one function's frame is laid out and where its exception table lies.</summary>
/// <remarks>
/// An FDE of .eh_frame whose CIE the native compiler or the assembler writes: augmentation "zLR" or
/// "zR" with distances of 32 bits (DWARF 4, 6.4.1).
/// </remarks>
internal unsafe struct FrameDescription
{
    internal nuint Start;
    internal nuint End;

    /// <summary>The exception table; null when the function has none.</summary>
    internal byte* Handlers;

    private byte* _instructions;
    private uint _codeAlignment;
    private long _dataAlignment;
    private byte* _instructionsEnd;

    internal static bool TryRead(byte* entry, nuint address, out FrameDescription frame)
    {
        frame = default;
        uint length = *(uint*)entry;
        byte* common = entry + 4 - *(int*)(entry + 4);
        byte* at = entry + 8;
        frame.Start = (nuint)(at + *(int*)at);
        frame.End = frame.Start + *(uint*)(at + 4);
        if (address < frame.Start || address >= frame.End)
            return false;
        at += 8;
        ulong augmentationBytes = Dwarf.Unsigned(ref at);
        // The common part's augmentation begins behind length, distance and version.
        bool hasTable = common[9] == 'z' && common[10] == 'L';
        if (hasTable && *(int*)at != 0)
            frame.Handlers = at + *(int*)at;
        byte* factors = common + 9;
        while (*factors++ != 0)
        {
        }
        frame._codeAlignment = (uint)Dwarf.Unsigned(ref factors);
        frame._dataAlignment = Dwarf.Signed(ref factors);
        frame._instructions = at + augmentationBytes;
        frame._instructionsEnd = entry + 4 + length;
        return true;
    }

    /// <summary>Turns the registers of this frame into those of its caller.</summary>
    /// <returns>False when the description has something unknown.</returns>
    internal readonly bool Unwind(ref RegisterSet registers)
    {
        int baseRegister = 31;
        long baseOffset = 0;
        nuint location = Start;
        Saves saves = default;
        for (byte* at = _instructions; at < _instructionsEnd;)
        {
            byte code = *at++;
            int low = code & 0x3F;
            switch (code >> 6)
            {
                case 1:
                    location += (nuint)low * _codeAlignment;
                    break;
                case 2:
                    saves.Add(low, (long)Dwarf.Unsigned(ref at) * _dataAlignment);
                    break;
                case 0 when TryExtended(
                    low, ref at, ref location, ref baseRegister, ref baseOffset, ref saves):
                    break;
                default:
                    return false;
            }
            // Steps behind the place have not been taken yet.
            if (location > registers.ProgramCounter)
                break;
        }
        Apply(ref registers, baseRegister, baseOffset, in saves);
        return true;
    }

    private readonly bool TryExtended(
        int code, ref byte* at, ref nuint location, ref int baseRegister, ref long baseOffset,
        ref Saves saves)
    {
        switch (code)
        {
            case 0x00:
                return true;
            case 0x02:
                location += *at++ * _codeAlignment;
                return true;
            case 0x03:
                location += *(ushort*)at * _codeAlignment;
                at += 2;
                return true;
            case 0x04:
                location += *(uint*)at * _codeAlignment;
                at += 4;
                return true;
            case 0x05:
                int register = (int)Dwarf.Unsigned(ref at);
                saves.Add(register, (long)Dwarf.Unsigned(ref at) * _dataAlignment);
                return true;
            case 0x0C:
                baseRegister = (int)Dwarf.Unsigned(ref at);
                baseOffset = (long)Dwarf.Unsigned(ref at);
                return true;
            case 0x0D:
                baseRegister = (int)Dwarf.Unsigned(ref at);
                return true;
            case 0x0E:
                baseOffset = (long)Dwarf.Unsigned(ref at);
                return true;
            default:
                return false;
        }
    }

    private static void Apply(
        ref RegisterSet registers, int baseRegister, long baseOffset, in Saves saves)
    {
        byte* frame = (byte*)registers.Get(baseRegister) + baseOffset;
        for (int index = 0; index < saves.Count; index++)
        {
            Saves.Entry save = saves.At(index);
            registers.Set(save.Register, *(nuint*)(frame + save.Offset));
        }
        registers.StackPointer = (nuint)frame;
    }
}
