// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Functions;

/// <summary>Angles of points: what arc tangent, arc sine and arc cosine are made of.</summary>
/// <remarks>
/// The point is turned back by the nearest angle whose tangent is a multiple of 1/8; the rest has a
/// tangent of at most 1/16, of which the Taylor polynomial up to u^13 leaves out less than 2^-59.
/// </remarks>
internal static class Arcs
{
    private const int Steps = 8;

    internal static DoubleSum Pi => new(3.141592653589793, 1.2246467991473532e-16);

    private static ReadOnlySpan<double> Factors =>
        [-1.0 / 3, 1.0 / 5, -1.0 / 7, 1.0 / 9, -1.0 / 11, 1.0 / 13];

    // The arc tangents of 0/8 to 8/8, and what they lack.
    private static ReadOnlySpan<double> Angles =>
    [
        0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061,
        0.5585993153435624, 0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
    ];

    private static ReadOnlySpan<double> Rests =>
    [
        0, -3.1253241424539383e-18, 1.0698755618734451e-17, -2.4623815582638635e-17,
        2.2698777452961687e-17, -5.4556305485916264e-18, 1.5834785051444286e-17,
        -2.1478388444456983e-17, 3.061616997868383e-17,
    ];

    /// <summary>The angle between the x axis and a point of the first quadrant; no product with a
    /// coordinate may overflow, one of them is not zero.</summary>
    internal static DoubleSum Angle(DoubleSum y, DoubleSum x) =>
        y.High <= x.High ? Eighth(y, x) : Circle.HalfPi - Eighth(x, y);

    private static DoubleSum Eighth(DoubleSum y, DoubleSum x)
    {
        int step = (int)((y.High / x.High * Steps) + 0.5);
        if (step == 0)
            return Small(y / x);
        double tangent = step * (1.0 / Steps);
        DoubleSum small = Small((y - (x * tangent)) / (x + (y * tangent)));
        return new DoubleSum(Angles[step], Rests[step]) + small;
    }

    private static DoubleSum Small(DoubleSum u)
    {
        double square = u.High * u.High;
        double sum = DoubleSum.Polynomial(Factors, square);
        return DoubleSum.Ordered(
            u.High, Math.FusedMultiplyAdd(u.High * square, sum, u.Low));
    }
}
