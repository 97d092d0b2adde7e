// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using Internal.Runtime.CompilerHelpers;

namespace System;

public static partial class Math
{
    /// <summary>Distance from zero; of the smallest value a panic.</summary>
    public static sbyte Abs(sbyte value)
    {
        if (value >= 0)
            return value;
        value = (sbyte)-value;
        if (value < 0)
            ThrowHelpers.ThrowNegatedMinimum();
        return value;
    }

    /// <summary>-1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sign(sbyte value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Distance from zero; of the smallest value a panic.</summary>
    public static short Abs(short value)
    {
        if (value >= 0)
            return value;
        value = (short)-value;
        if (value < 0)
            ThrowHelpers.ThrowNegatedMinimum();
        return value;
    }

    /// <summary>-1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sign(short value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Distance from zero; of the smallest value a panic.</summary>
    public static int Abs(int value)
    {
        if (value >= 0)
            return value;
        value = (int)-value;
        if (value < 0)
            ThrowHelpers.ThrowNegatedMinimum();
        return value;
    }

    /// <summary>-1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sign(int value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Distance from zero; of the smallest value a panic.</summary>
    public static long Abs(long value)
    {
        if (value >= 0)
            return value;
        value = (long)-value;
        if (value < 0)
            ThrowHelpers.ThrowNegatedMinimum();
        return value;
    }

    /// <summary>-1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sign(long value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Distance from zero; of the smallest value a panic.</summary>
    public static nint Abs(nint value)
    {
        if (value >= 0)
            return value;
        value = (nint)(-value);
        if (value < 0)
            ThrowHelpers.ThrowNegatedMinimum();
        return value;
    }

    /// <summary>-1, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sign(nint value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Quotient and remainder; a divisor of zero is a panic.</summary>
    public static ValueTuple<int, int> DivRem(int left, int right)
    {
        int quotient = left / right;
        return new(quotient, left - (quotient * right));
    }

    /// <summary>Quotient and remainder; a divisor of zero is a panic.</summary>
    public static ValueTuple<uint, uint> DivRem(uint left, uint right)
    {
        uint quotient = left / right;
        return new(quotient, left - (quotient * right));
    }

    /// <summary>Quotient and remainder; a divisor of zero is a panic.</summary>
    public static ValueTuple<long, long> DivRem(long left, long right)
    {
        long quotient = left / right;
        return new(quotient, left - (quotient * right));
    }

    /// <summary>Quotient and remainder; a divisor of zero is a panic.</summary>
    public static ValueTuple<ulong, ulong> DivRem(ulong left, ulong right)
    {
        ulong quotient = left / right;
        return new(quotient, left - (quotient * right));
    }

    /// <summary>Product of two 32-bit values in 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

    /// <summary>Product of two 32-bit values in 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long BigMul(int a, int b) => (long)a * b;

    /// <summary>Product of two 64-bit values in 128 bits.</summary>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other.</param>
    /// <param name="low">The lower 64 bits.</param>
    /// <returns>The upper 64 bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        low = a * b;
        return ArmBase.Arm64.MultiplyHigh(a, b);
    }

    /// <summary>Product of two signed 64-bit values in 128 bits.</summary>
    /// <param name="a">One factor.</param>
    /// <param name="b">The other.</param>
    /// <param name="low">The lower 64 bits.</param>
    /// <returns>The upper 64 bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long BigMul(long a, long b, out long low)
    {
        low = a * b;
        return ArmBase.Arm64.MultiplyHigh(a, b);
    }
}
