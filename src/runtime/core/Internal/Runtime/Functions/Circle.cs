// SPDX-License-Identifier: MIT
using System;
using System.Numerics;

namespace Internal.Runtime.Functions;

/// <summary>Sine and cosine.</summary>
/// <remarks>
/// An angle is reduced to at most π/4 by a product with 2/π in integers. Of that only the 192 bits
/// are taken which matter for the quadrant and what follows it: the fraction has 126 bits, of which
/// no double loses more than 62, so that the rest is right to 2^-64 of itself for every finite
/// angle. Taylor polynomials up to r^17 and r^16 leave out less than 2^-63 and 2^-58 of a result.
/// </remarks>
internal static class Circle
{
    private const double QuarterPi = 0.78539816339744831;

    // Below, sin x = tan x = x and cos x = 1 but for less than half a unit.
    internal const double Tiny = 1.0 / (1 << 27);

    // 2/π, behind 64 bits that are zero.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
        0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    ];

    private static ReadOnlySpan<double> SineFactors =>
    [
        -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800,
        -1.0 / 1307674368000, 1.0 / 355687428096000,
    ];

    private static ReadOnlySpan<double> CosineFactors =>
    [
        1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200,
        1.0 / 20922789888000,
    ];

    internal static DoubleSum HalfPi => new(1.5707963267948966, 6.123233995736766e-17);

    /// <summary>The sine of an angle that is neither tiny nor infinite.</summary>
    internal static DoubleSum Sine(double angle) => Sine(Reduce(angle, out DoubleSum rest), rest);

    /// <summary>The cosine of such an angle.</summary>
    internal static DoubleSum Cosine(double angle) =>
        Sine(Reduce(angle, out DoubleSum rest) + 1, rest);

    /// <summary>Both.</summary>
    internal static DoubleSum Both(double angle, out DoubleSum cosine)
    {
        int quadrant = Reduce(angle, out DoubleSum rest);
        cosine = Sine(quadrant + 1, rest);
        return Sine(quadrant, rest);
    }

    private static DoubleSum Sine(int quadrant, DoubleSum rest)
    {
        DoubleSum value = (quadrant & 1) == 0 ? SineOfRest(rest) : CosineOfRest(rest);
        return (quadrant & 2) == 0 ? value : -value;
    }

    private static DoubleSum SineOfRest(DoubleSum r)
    {
        double square = r.High * r.High;
        double correction = r.Low * (1 - (0.5 * square));
        double sum = DoubleSum.Polynomial(SineFactors, square);
        return DoubleSum.Ordered(
            r.High, Math.FusedMultiplyAdd(r.High * square, sum, correction));
    }

    private static DoubleSum CosineOfRest(DoubleSum r)
    {
        DoubleSum square = DoubleSum.Product(r.High, r.High);
        DoubleSum first = DoubleSum.Ordered(1, -0.5 * square.High);
        double sum = DoubleSum.Polynomial(CosineFactors, square.High);
        double low = first.Low - (0.5 * square.Low) - (r.High * r.Low);
        return DoubleSum.Ordered(
            first.High, Math.FusedMultiplyAdd(square.High * square.High, sum, low));
    }

    // angle = quadrant · π/2 + rest, with the quadrant modulo 4.
    private static int Reduce(double angle, out DoubleSum rest)
    {
        double size = Math.Abs(angle);
        if (size <= QuarterPi)
        {
            rest = new(angle, 0);
            return 0;
        }
        ulong bits = (ulong)BitConverter.DoubleToInt64Bits(size);
        int exponent = (int)(bits >> 52) - 1075;
        ulong mantissa = (bits & ((1ul << 52) - 1)) | (1ul << 52);
        Multiply(mantissa, exponent + 62, out ulong high, out ulong low);
        int quadrant = (int)(high >> 62);
        high = (high << 2) | (low >> 62);
        low <<= 2;
        bool isAbove = (long)high < 0;
        if (isAbove)
        {
            quadrant++;
            high = ~high + (low == 0 ? 1ul : 0);
            low = ~low + 1;
        }
        rest = Fraction(high, low) * HalfPi;
        if (isAbove != angle < 0)
            rest = -rest;
        return angle < 0 ? -quadrant : quadrant;
    }

    // The high 128 bits of the low 192 of mantissa times the 192 bits at a place of 2/π.
    private static void Multiply(ulong mantissa, int place, out ulong high, out ulong low)
    {
        ReadOnlySpan<ulong> words = TwoOverPi.Slice(place >> 6, 4);
        int shift = place & 63;
        ulong carried = Math.BigMul(mantissa, Word(words, 2, shift), out _);
        ulong above = Math.BigMul(mantissa, Word(words, 1, shift), out low);
        low += carried;
        high = (mantissa * Word(words, 0, shift)) + above + (low < carried ? 1ul : 0);
    }

    private static ulong Word(ReadOnlySpan<ulong> words, int index, int shift) =>
        (words[index] << shift) | (words[index + 1] >> 1 >> (63 - shift));

    // (high · 2^64 + low) · 2^-128, which is not zero.
    private static DoubleSum Fraction(ulong high, ulong low)
    {
        int zeros = BitOperations.LeadingZeroCount(high);
        if (zeros != 0)
        {
            high = zeros == 64 ? low : (high << zeros) | (low >> (64 - zeros));
            low = zeros == 64 ? 0 : low << zeros;
        }
        double unit = BitConverter.Int64BitsToDouble((1023L - 53 - zeros) << 52);
        double next = BitConverter.Int64BitsToDouble((1023L - 106 - zeros) << 52);
        return new((high >> 11) * unit, (((high << 53) | (low >> 11)) >> 11) * next);
    }
}
