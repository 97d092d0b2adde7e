// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>Numbers of variable length as the native compiler writes them: the low bits of the
/// first
/// byte say how many bytes follow.</summary>
internal static unsafe class PackedNumber
{
    internal static uint Unsigned(ref byte* at)
    {
        uint first = *at;
        if ((first & 1) == 0)
        {
            at += 1;
            return first >> 1;
        }
        if ((first & 2) == 0)
        {
            uint value = (first >> 2) | ((uint)at[1] << 6);
            at += 2;
            return value;
        }
        if ((first & 4) == 0)
        {
            uint value = (first >> 3) | ((uint)at[1] << 5) | ((uint)at[2] << 13);
            at += 3;
            return value;
        }
        if ((first & 8) == 0)
        {
            uint value = (first >> 4) | ((uint)at[1] << 4) | ((uint)at[2] << 12)
                | ((uint)at[3] << 20);
            at += 4;
            return value;
        }
        uint large = at[1] | ((uint)at[2] << 8) | ((uint)at[3] << 16) | ((uint)at[4] << 24);
        at += 5;
        return large;
    }
}
