// SPDX-License-Identifier: MIT
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
    private const uint Decoded = 1u << 24;
    private const uint Maintenance = 1u << 8;
    private const uint TableWalk = 1u << 7;

    private readonly uint _value;

    internal AbortDetails(uint value) { _value = value; }

    /// <summary>Whether it is a single access that the syndrome describes, to where nothing is
    /// mapped (translation fault) or may not be done (permission fault): not cache maintenance, not
    /// the walk of the guest's own tables.</summary>
    internal bool IsPlainAccess =>
        (_value & (Decoded | Maintenance | TableWalk | 0x34)) == (Decoded | 0x04);

    /// <summary>Whether an address is a multiple of the access's size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsAligned(ulong address) =>
        (address & ~(ulong.MaxValue << (int)((_value >> 22) & 3))) == 0;

    /// <summary>Whether the syndrome gives a guest-physical page (HPFAR_EL2 is valid).</summary>
    internal bool HasPage => (_value & 0x3f) < 0x10;

    /// <summary>Synchronous external abort.</summary>
    internal bool IsExternal => (_value & 0x3f) is 0x10 or (>= 0x14 and <= 0x17);

    /// <summary>The access, when it is described: its fields moved to where
    /// <see cref="MmioAccess"/> has them.</summary>
    internal MmioAccess Access
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(
            ((_value >> 22) & 3) | ((_value >> 4) & 4) | ((_value >> 18) & 8)
                | ((_value >> 11) & 16) | ((_value >> 8) & 0x1f00));
    }
}
