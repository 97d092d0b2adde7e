// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>A layout that functions share, as the frame table has it; all distances in units of
/// eight bytes.</summary>
/// <remarks>
/// The caller's stack pointer lies <c>_frame</c> above the frame pointer or the stack pointer, the
/// frame pointer and the return address that belong to the caller at a distance from there, and
/// what else is saved in a row <c>_saved</c> below the caller's stack pointer, in the order of
/// <see cref="RegisterSet"/>.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct FrameShape
{
    private const int UnitShift = 3;
    private const uint SavedMask = (1u << 18) - 1;
    private const uint FramePointerBit = 1u << 18;
    private const int PrologueShift = 19;
    private const uint PrologueMask = 31;
    private const int LinkShift = 24;

    private uint _registers;
    private ushort _frame;
    private ushort _saved;

    /// <summary>Distance of the method's clauses from the table's start; 0 when there are none.
    /// </summary>
    internal uint Method;

    /// <summary>A bit for each saved register, in the order of the set.</summary>
    internal readonly uint Saved => _registers & SavedMask;

    internal readonly bool IsFramePointer => (_registers & FramePointerBit) != 0;

    /// <summary>Instructions that make the frame; the description holds behind them.</summary>
    internal readonly uint PrologueCount => (_registers >> PrologueShift) & PrologueMask;

    internal readonly uint LinkBytes => _registers >> LinkShift << UnitShift;

    internal readonly uint FrameBytes => (uint)_frame << UnitShift;

    internal readonly uint SavedBytes => (uint)_saved << UnitShift;
}
