// SPDX-License-Identifier: MIT
using System;
using System.Numerics;

namespace Bulkhead.Conformance.Library;

/// <summary>Math, BitOperations, Random with a seed.</summary>
internal static class MathCases
{
    private static readonly double[] s_values = [2.5, -2.5, 3.5, 0.49999999999999994, 1e16, -0.0,
        7];

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("math.abs", () => Math.Abs(-5) + Math.Abs(-2.5) + Math.Abs(-3L));
        list.Add("math.abs-min", () => Math.Abs(int.MinValue));
        list.Add("math.max", () => Math.Max(3, 9) + Math.Max(1.5, 2.5) + Math.Max(1u, 2u));
        list.Add("math.min", () => Math.Min(3, 9) + Math.Min(1.5, double.NaN));
        list.Add("math.clamp", () => Math.Clamp(15, 0, 10) + Math.Clamp(-1.5, -1, 1));
        list.Add("math.clamp-bad", () => Math.Clamp(1, 5, 2));
        list.Add("math.sign", () => Math.Sign(-3) + Math.Sign(2.5) + Math.Sign(0L));
        list.Add("math.floor", () => Row(Math.Floor));
        list.Add("math.ceiling", () => Row(Math.Ceiling));
        list.Add("math.truncate", () => Row(Math.Truncate));
        list.Add("math.round", () => Row(Math.Round));
        list.Add("math.round-away", () => Row(v => Math.Round(v, MidpointRounding.AwayFromZero)));
        list.Add("math.round-digits", () => Math.Round(3.14159, 2) + " " + Math.Round(2.675, 2));
        list.Add("math.sqrt", () => Math.Sqrt(2) + " " + Math.Sqrt(-1));
        list.Add("math.fma", () => Math.FusedMultiplyAdd(2, 3, 4));
        list.Add("math.divrem", () => Math.DivRem(17, 5));
        list.Add("math.bigmul", () => Math.BigMul(int.MaxValue, int.MaxValue));
        list.Add("math.copysign", () => Math.CopySign(3, -0.0));
        list.Add("math.ieee-remainder", () =>
            Math.IEEERemainder(10, 3) + " " + Math.IEEERemainder(11, 4));
        list.Add("math.constants", () => Math.PI + Math.E);
        list.Add("bits.leading", () =>
            BitOperations.LeadingZeroCount(1u) + BitOperations.LeadingZeroCount(1ul));
        list.Add("bits.trailing", () =>
            BitOperations.TrailingZeroCount(8) + BitOperations.TrailingZeroCount(0));
        list.Add("bits.population", () =>
            BitOperations.PopCount(0xF0F0u) + BitOperations.PopCount(ulong.MaxValue));
        list.Add("bits.log2", () => BitOperations.Log2(1000));
        list.Add("bits.rotate", () =>
            BitOperations.RotateLeft(0x80000001u, 1) + BitOperations.RotateRight(1ul, 1));
        list.Add("bits.power", () =>
            BitOperations.IsPow2(64) + " " + BitOperations.RoundUpToPowerOf2(100u));
        list.Add("double.isfinite", () =>
            double.IsFinite(1) + " " + double.IsInfinity(double.PositiveInfinity) + " "
                + double.IsNaN(double.NaN));
        list.Add("double.isnegative", () => double.IsNegative(-0.0) + " " + double.IsInteger(2.0));
        list.Add("double.compare", () => 1.5.CompareTo(2.5) + double.NaN.CompareTo(1));
        list.Add("double.bits", () => BitConverter.DoubleToInt64Bits(1.5));
        list.Add("random.range", () =>
        {
            Random r = new(5);
            for (int i = 0; i < 100; i++) { int n = r.Next(10,
                20); if (n is < 10 or >= 20) return n; }
            return "inside";
        });
        list.Add("random.same-seed", () => new Random(7).Next() == new Random(7).Next());
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("random.double", () =>
        {
            double d = new Random(1).NextDouble();
            return d is >= 0 and < 1;
        });
        list.Add("random.seeded-sequence", () =>
        {
            Random r = new(42);
            return r.Next(100) + " " + r.Next(100) + " " + r.Next(100);
        });
        list.Add("random.bytes", () =>
        {
            byte[] b = new byte[8];
            new Random(3).NextBytes(b);
            return b.Length;
        });
        list.Add("random.long", () =>
        {
            Random r = new(11);
            return r.NextInt64(10) + " " + r.NextInt64(-5, 5) + " " + r.NextInt64(1L << 40) + " "
                + r.NextInt64(3, 4) + " " + r.NextInt64(long.MinValue, long.MaxValue);
        });
        list.Add("random.long-bad", () => new Random(1).NextInt64(5, 4));
        list.Add("random.shuffle", () =>
        {
            int[] row = [1, 2, 3, 4, 5, 6];
            new Random(12).Shuffle(row);
            return string.Join(' ', row);
        });
        list.Add("random.items", () => string.Join(' ', new Random(13).GetItems([1, 2, 3], 8)));
        list.Add("random.items-power", () =>
            string.Join(' ', new Random(14).GetItems(["a", "b", "c", "d"], 8)));
        list.Add("random.items-none", () => new Random(1).GetItems(new int[0], 2));
        list.Add("random.shared", () =>
            ReferenceEquals(Random.Shared, Random.Shared) && Random.Shared.Next(5) is >= 0 and < 5);
    }

    private static string Row(Func<double, double> function)
    {
        string text = "";
        foreach (double value in s_values)
            text += function(value) + " ";
        return text;
    }
}
