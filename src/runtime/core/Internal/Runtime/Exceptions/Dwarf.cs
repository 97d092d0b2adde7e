// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>Numbers of variable length as DWARF writes them.</summary>
internal static unsafe class Dwarf
{
    private const int BytesMax = 10;

    /// <summary>Unsigned LEB128.</summary>
    internal static ulong Unsigned(ref byte* at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 7 * BytesMax; shift += 7)
        {
            byte part = *at++;
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                break;
        }
        return value;
    }

    /// <summary>Signed LEB128.</summary>
    internal static long Signed(ref byte* at)
    {
        byte* start = at;
        long value = (long)Unsigned(ref at);
        int bits = 7 * (int)(at - start);
        return bits < 64 ? value << (64 - bits) >> (64 - bits) : value;
    }
}
