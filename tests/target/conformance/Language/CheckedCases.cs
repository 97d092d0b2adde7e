// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Conformance.Language;

/// <summary>Conversions from floating point that may not fit, checked and unchecked.</summary>
internal static class CheckedCases
{
    private static readonly double[] s_values =
    [
        0, -0.9, -1, 1.9, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        2147483647.9, 2147483648, -2147483648.9, -2147483649, 4294967295.9, 4294967296,
        9223372036854774784.0, 9223372036854775808.0, -9223372036854775808.0,
        -9223372036854777856.0,
        18446744073709549568.0, 18446744073709551616.0, 255.9, 256, 65535.9, 65536, -128.9, -129,
    ];

    internal static void Add(CaseList list)
    {
        list.Add("checked.int", () => All(value => checked((int)value)));
        list.Add("checked.uint", () => All(value => checked((uint)value)));
        list.Add("checked.long", () => All(value => checked((long)value)));
        list.Add("checked.ulong", () => All(value => checked((ulong)value)));
        list.Add("checked.byte", () => All(value => checked((byte)value)));
        list.Add("checked.sbyte", () => All(value => checked((sbyte)value)));
        list.Add("checked.short", () => All(value => checked((short)value)));
        list.Add("checked.ushort", () => All(value => checked((ushort)value)));
        list.Add("checked.char", () => All(value => checked((char)value)));
        list.Add("checked.nint", () => All(value => checked((nint)value)));
        list.Add("checked.nuint", () => All(value => checked((nuint)value)));
        list.Add("checked.float-int", () => All(value => checked((int)(float)value)));
        list.Add("checked.float-uint", () => All(value => checked((uint)(float)value)));
        list.Add("checked.float-long", () => All(value => checked((long)(float)value)));
        list.Add("checked.float-ulong", () => All(value => checked((ulong)(float)value)));
        list.Add("unchecked.int", () => All(value => unchecked((int)value)));
        list.Add("unchecked.uint", () => All(value => unchecked((uint)value)));
        list.Add("unchecked.long", () => All(value => unchecked((long)value)));
        list.Add("unchecked.ulong", () => All(value => unchecked((ulong)value)));
        list.Add("unchecked.float-long", () => All(value => unchecked((long)(float)value)));
        list.Add("unchecked.float-ulong", () => All(value => unchecked((ulong)(float)value)));
        list.Add("checked.message", () => checked((long)Value(4)));
        list.Add("checked.ulong-message", () => checked((ulong)Value(2)));
        list.Add("checked.integers", Integers);
        list.Add("checked.from-ulong", () => All(value => unchecked((double)(ulong)value)));
    }

    private static string All<T>(Func<double, T> convert)
    {
        string text = "";
        foreach (double value in s_values) text += One(convert, value) + " ";
        return text;
    }

    private static string One<T>(Func<double, T> convert, double value)
    {
        try
        {
            // A character as its number: it need not be one that can be shown.
            T made = convert(value);
            return made is char letter ? ((int)letter).ToString() : made!.ToString()!;
        }
        catch (OverflowException)
        {
            return "!";
        }
    }

    private static string Integers()
    {
        long[] values = [0, -1, 255, 256, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];
        string text = "";
        foreach (long value in values)
        {
            text += One(_ => checked((int)value), 0) + One(_ => checked((uint)value), 0)
                + One(_ => checked((ulong)value), 0) + One(_ => checked((byte)value), 0)
                + One(_ => checked((short)(ulong)Math.Abs(value / 2)), 0) + " "
                + One(_ => checked(value * 3), 0) + One(_ => checked(-value), 0) + " ";
        }
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Value(int index) => s_values[index];
}
