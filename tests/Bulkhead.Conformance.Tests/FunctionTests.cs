// SPDX-License-Identifier: MIT
using Internal.Runtime.Functions;

namespace Bulkhead.Conformance.Tests;

/// <summary>Functions of floating-point numbers are within a unit in the last place of what they
/// are, so within two of the host's, which are within one or, base 10, two.</summary>
public class FunctionTests
{
    private const int Count = 50_000;
    private const ulong Near = 2;
    private const ulong NearTen = 3;

    [Theory]
    [InlineData(-0.8, 0.8)]
    [InlineData(-100, 100)]
    [InlineData(-1e7, 1e7)]
    [InlineData(1e15, 1e22)]
    [InlineData(-1e307, 1.6e308)]
    public void Circle_IsThatOfTheHost(double least, double most)
    {
        Check(least, most, Near, Math.Sin, x => Circle.Sine(x).Value);
        Check(least, most, Near, Math.Cos, x => Circle.Cosine(x).Value);
        Check(least, most, Near, Math.Tan, x =>
        {
            DoubleSum sine = Circle.Both(x, out DoubleSum cosine);
            return (sine / cosine).Value;
        });
    }

    // Where multiples of a quarter circle are rounded to numbers, the most bits are lost.
    [Fact]
    public void Circle_IsRightNextToQuarters()
    {
        for (int quarter = 1; quarter < Count; quarter++)
        {
            double angle = quarter * (Math.PI / 2);
            Compare(angle, Near, Math.Sin, x => Circle.Sine(x).Value);
            Compare(angle, Near, Math.Cos, x => Circle.Cosine(x).Value);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.99, 1.01)]
    [InlineData(1, 1e6)]
    [InlineData(0, 1e308)]
    [InlineData(0, 1e-307)]
    public void Logarithms_AreThoseOfTheHost(double least, double most)
    {
        Check(least, most, Near, Math.Log, x => Powers.Log(x).Value);
        Check(least, most, Near, Math.Log2, x => Powers.Log2(x).Value);
        Check(least, most, NearTen, Math.Log10, x => Powers.Log10(x).Value);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-745, 709.7)]
    public void Exponential_IsThatOfTheHost(double least, double most) =>
        Check(least, most, Near, Math.Exp, x => Powers.ExpValue(new(x, 0)));

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.9, 1.1)]
    [InlineData(1, 1e6)]
    public void Angles_AreThoseOfTheHost(double least, double most) => Check(
        least, most, Near, Math.Atan, x => Arcs.Angle(new(x, 0), new(1, 0)).Value);

    private static void Check(
        double least, double most, ulong units, Func<double, double> host,
        Func<double, double> own)
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++)
        {
            double argument = least + (random.NextDouble() * (most - least));
            if (argument != 0) Compare(argument, units, host, own);
        }
    }

    private static void Compare(
        double argument, ulong units, Func<double, double> host, Func<double, double> own)
    {
        double expected = host(argument), actual = own(argument);
        ulong distance = (ulong)Math.Abs(
            BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
        Assert.True(distance <= units, $"{argument:R}: {expected:R}, not {actual:R}");
    }
}
