// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>
/// ISS of an instruction or data abort from a lower level (Arm ARM D19.2.37).
/// <code>
///  24  23 22 21  20   16 15 14 13     9  8  7    6   5    0
/// +---+-----+---+-------+--+--+-------+--+--+-----+---+------+
/// |ISV| SAS |SSE|  SRT  |SF|AR|       |EA|CM|S1PTW|WnR| xFSC |   (EA 9, CM 8, S1PTW 7, WnR 6)
/// +---+-----+---+-------+--+--+-------+--+--+-----+---+------+
/// </code>
/// </summary>
internal readonly struct AbortDetails
{
    private readonly uint _value;

    internal AbortDetails(uint value) { _value = value; }

    /// <summary>Whether the access is described.</summary>
    internal bool IsDecoded => (_value & (1u << 24)) != 0;

    /// <summary>A cache maintenance instruction rather than an access.</summary>
    internal bool IsMaintenance => (_value & (1u << 8)) != 0;

    /// <summary>The walk of the guest's own tables faulted, not the access.</summary>
    internal bool IsTableWalk => (_value & (1u << 7)) != 0;

    /// <summary>Translation fault at any level: nothing is mapped.</summary>
    internal bool IsTranslationFault => (_value & 0x3c) == 0x04;

    /// <summary>Permission fault at any level.</summary>
    internal bool IsPermissionFault => (_value & 0x3c) == 0x0c;

    /// <summary>Whether the syndrome gives a guest-physical page (HPFAR_EL2 is valid).</summary>
    internal bool HasPage => (_value & 0x3f) < 0x10;

    /// <summary>Synchronous external abort.</summary>
    internal bool IsExternal => (_value & 0x3f) is 0x10 or (>= 0x14 and <= 0x17);

    /// <summary>The access, when <see cref="IsDecoded"/>.</summary>
    internal MmioAccess Access => new(
        (_value >> 22) & 3,
        (_value & (1u << 6)) != 0,
        (_value & (1u << 21)) != 0,
        (_value & (1u << 15)) != 0,
        (_value >> 16) & 31);
}
