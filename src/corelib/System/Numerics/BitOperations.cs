// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;

namespace System.Numerics;

/// <summary>Counting, finding and turning bits, without vector registers.</summary>
public static class BitOperations
{
    /// <summary>Count of zero bits above the highest one; 32 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(uint value) => ArmBase.LeadingZeroCount(value);

    /// <summary>Count of zero bits above the highest one; 64 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(ulong value) => ArmBase.Arm64.LeadingZeroCount(value);

    /// <summary>Count of zero bits above the highest one; 64 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(nuint value) => LeadingZeroCount((ulong)value);

    /// <summary>Count of zero bits below the lowest one; 32 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(uint value) =>
        ArmBase.LeadingZeroCount(ArmBase.ReverseElementBits(value));

    /// <summary>Count of zero bits below the lowest one; 32 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(int value) => TrailingZeroCount((uint)value);

    /// <summary>Count of zero bits below the lowest one; 64 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(ulong value) =>
        ArmBase.Arm64.LeadingZeroCount(ArmBase.Arm64.ReverseElementBits(value));

    /// <summary>Count of zero bits below the lowest one; 64 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(long value) => TrailingZeroCount((ulong)value);

    /// <summary>Count of zero bits below the lowest one; 64 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(nuint value) => TrailingZeroCount((ulong)value);

    /// <summary>Index of the highest bit; 0 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Log2(uint value) => 31 - LeadingZeroCount(value | 1);

    /// <summary>Index of the highest bit; 0 for zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Log2(ulong value) => 63 - LeadingZeroCount(value | 1);

    /// <summary>
    /// Count of ones. In general registers: the vector instruction would need FP state.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PopCount(uint value) => PopCount((ulong)value);

    /// <summary>
    /// Count of ones. In general registers: the vector instruction would need FP state.
    /// </summary>
    public static int PopCount(ulong value)
    {
        value -= (value >> 1) & 0x5555555555555555ul;
        value = (value & 0x3333333333333333ul) + ((value >> 2) & 0x3333333333333333ul);
        value = (value + (value >> 4)) & 0x0F0F0F0F0F0F0F0Ful;
        return (int)((value * 0x0101010101010101ul) >> 56);
    }

    /// <summary>Count of ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PopCount(nuint value) => PopCount((ulong)value);

    /// <summary>Whether exactly one bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(int value) => value > 0 && (value & (value - 1)) == 0;

    /// <summary>Whether exactly one bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(uint value) => value != 0 && (value & (value - 1)) == 0;

    /// <summary>Whether exactly one bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(long value) => value > 0 && (value & (value - 1)) == 0;

    /// <summary>Whether exactly one bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(ulong value) => value != 0 && (value & (value - 1)) == 0;

    /// <summary>The power of two that is not below; 0 when it does not fit.</summary>
    public static uint RoundUpToPowerOf2(uint value) =>
        (uint)(0x1_0000_0000ul >> LeadingZeroCount(value - 1));

    /// <summary>The power of two that is not below; 0 when it does not fit.</summary>
    public static ulong RoundUpToPowerOf2(ulong value) =>
        value <= 1 ? value : LeadingZeroCount(value - 1) == 0 ? 0 : 1ul << Log2(value - 1) << 1;

    /// <summary>The bits turned left; the count is taken modulo 32.</summary>
    [Intrinsic]
    public static uint RotateLeft(uint value, int offset) =>
        (value << offset) | (value >> (32 - offset));

    /// <summary>The bits turned left; the count is taken modulo 64.</summary>
    [Intrinsic]
    public static ulong RotateLeft(ulong value, int offset) =>
        (value << offset) | (value >> (64 - offset));

    /// <summary>The bits turned right; the count is taken modulo 32.</summary>
    [Intrinsic]
    public static uint RotateRight(uint value, int offset) =>
        (value >> offset) | (value << (32 - offset));

    /// <summary>The bits turned right; the count is taken modulo 64.</summary>
    [Intrinsic]
    public static ulong RotateRight(ulong value, int offset) =>
        (value >> offset) | (value << (64 - offset));
}
