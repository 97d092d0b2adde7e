// SPDX-License-Identifier: MIT
using System;
using System.Numerics;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>The operator <c>%</c> of floating-point numbers: the compiled code asks for C's fmod.
/// Exact.
/// </summary>
internal static class FloatRemainder
{
    private const int MantissaBits = 52;
    private const ulong MantissaMask = (1ul << MantissaBits) - 1;
    private const ulong ExponentMask = 0x7FFul << MantissaBits;

    [RuntimeExport("fmodf")]
    private static float Remainder(float left, float right) =>
        (float)Remainder((double)left, right);

    [RuntimeExport("fmod")]
    private static double Remainder(double left, double right)
    {
        ulong x = BitConverter.DoubleToUInt64Bits(left), y = BitConverter.DoubleToUInt64Bits(right);
        ulong sign = x & (1ul << 63);
        x &= ~(1ul << 63);
        y &= ~(1ul << 63);
        if (y == 0 || x >= ExponentMask || y > ExponentMask)
            return double.NaN;
        if (x < y)
            return left;
        Split(x, out ulong mantissa, out int exponent);
        Split(y, out ulong divisor, out int divisorExponent);
        mantissa %= divisor;
        // So many bits at once as leave room above the mantissa.
        for (int rest = exponent - divisorExponent; rest > 0 && mantissa != 0;)
        {
            int step = Math.Min(rest, 11);
            mantissa = (mantissa << step) % divisor;
            rest -= step;
        }
        return BitConverter.UInt64BitsToDouble(sign | Join(mantissa, divisorExponent));
    }

    private static void Split(ulong bits, out ulong mantissa, out int exponent)
    {
        int biased = (int)(bits >> MantissaBits);
        mantissa = bits & MantissaMask;
        if (biased != 0)
            mantissa |= 1ul << MantissaBits;
        exponent = Math.Max(biased, 1);
    }

    private static ulong Join(ulong mantissa, int exponent)
    {
        if (mantissa == 0)
            return 0;
        int shift = Math.Min(BitOperations.LeadingZeroCount(mantissa) - 11, exponent - 1);
        mantissa <<= shift;
        exponent -= shift;
        bool isNormal = mantissa >> MantissaBits != 0;
        return (mantissa & MantissaMask) | (isNormal ? (ulong)exponent << MantissaBits : 0);
    }
}
