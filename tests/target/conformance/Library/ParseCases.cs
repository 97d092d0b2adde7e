// SPDX-License-Identifier: MIT
using System;
using System.Globalization;

namespace Bulkhead.Conformance.Library;

/// <summary>Numbers from texts.</summary>
internal static class ParseCases
{
    private static readonly string[] s_doubles =
    [
        "1.5", "-2", "1e10", "0.1", ".5", "5.", " 7 ", "1,234.5", "Infinity", "-Infinity", "NaN",
            "1e400", "1e-400",
        "2.2250738585072011e-308", "4.9e-324", "1.7976931348623157e308", "9007199254740993",
        "0.1000000000000000055511151231257827", "123456789012345678901234567890", "1E+2", "0e999",
    ];

    private static readonly string[] s_bad = ["", " ", "abc", "1.2.3", "1e", "--1", "0x10", "1 2",
        "+", "1e+"];

    internal static void Add(CaseList list)
    {
        foreach (string text in s_doubles)
            list.Add("parse.double-" + text.Replace(' ', '_'), () => double.Parse(text));
        foreach (string text in s_bad)
        {
            list.Add("parse.bad-double-" + text.Replace(' ', '_'), () =>
                double.TryParse(text, out _));
            list.Add("parse.bad-int-" + text.Replace(' ', '_'), () => int.TryParse(text, out _));
        }
        list.Add("parse.int", () =>
            int.Parse("42") + int.Parse("-7") + int.Parse(" 5 ") + int.Parse("+3"));
        list.Add("parse.int-min", () => int.Parse("-2147483648"));
        list.Add("parse.int-overflow", () => int.Parse("2147483648"));
        list.Add("parse.int-bad", () => int.Parse("12a"));
        list.Add("parse.int-null", () => int.Parse(null!));
        list.Add("parse.long", () => long.Parse("-9223372036854775808"));
        list.Add("parse.ulong", () => ulong.Parse("18446744073709551615"));
        list.Add("parse.ulong-overflow", () => ulong.Parse("18446744073709551616"));
        list.Add("parse.ulong-negative", () => ulong.Parse("-1"));
        list.Add("parse.byte-overflow", () => byte.Parse("256"));
        list.Add("parse.sbyte", () => sbyte.Parse("-128"));
        list.Add("parse.short-overflow", () => short.TryParse("40000", out _));
        list.Add("parse.hex", () => int.Parse("ff", NumberStyles.HexNumber));
        list.Add("parse.hex-negative", () => int.Parse("FFFFFFFF", NumberStyles.HexNumber));
        list.Add("parse.hex-overflow", () =>
            int.TryParse("1FFFFFFFF", NumberStyles.HexNumber, null, out _));
        list.Add("parse.binary", () => int.Parse("1011", NumberStyles.BinaryNumber));
        list.Add("parse.thousands", () => int.Parse("1,234,567", NumberStyles.AllowThousands));
        list.Add("parse.parentheses", () => int.Parse("(5)", NumberStyles.AllowParentheses));
        list.Add("parse.trailing-sign", () => int.Parse("5-", NumberStyles.AllowTrailingSign));
        list.Add("parse.exponent", () => int.Parse("5e3", NumberStyles.AllowExponent));
        list.Add("parse.no-sign", () => int.TryParse("-5", NumberStyles.None, null, out _));
        list.Add("parse.tryparse-result", () => { int.TryParse("x", out int n); return n; });
        list.Add("parse.span", () => int.Parse("x17y".AsSpan(1, 2)));
        list.Add("parse.float", () => float.Parse("0.1") + float.Parse("16777217"));
        list.Add("parse.float-overflow", () => float.Parse("1e39"));
        list.Add("parse.double-bad", () => double.Parse("x"));
        list.Add("parse.char", () => char.Parse("x"));
        list.Add("parse.round-trip", RoundTrip);
    }

    private static object RoundTrip()
    {
        ulong seed = 88172645463325252;
        int wrong = 0;
        for (int i = 0; i < 200; i++)
        {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            double value = BitConverter.UInt64BitsToDouble(seed);
            if (!double.IsFinite(value))
                continue;
            if (double.Parse(value.ToString()) != value)
                wrong++;
        }
        return wrong;
    }
}
