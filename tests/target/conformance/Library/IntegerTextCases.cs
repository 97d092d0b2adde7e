// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Library;

/// <summary>Integers as texts.</summary>
internal static class IntegerTextCases
{
    private static readonly long[] s_values = [0, 7, -7, 1234567, -1234567, long.MinValue];
    private static readonly string[] s_formats =
    [
        "D", "D5", "X", "x8", "N", "N0", "N3", "F", "F1", "E", "e2", "G", "G3", "P", "P0", "C", "B",
        "0000", "#,##0", "0.00", "#.##", "0;neg 0;zero", "00-00", "'n'0", "0%", "#,#,", "0.0E+0",
    ];

    internal static void Add(CaseList list)
    {
        foreach (string format in s_formats)
            list.Add("integer.format-" + Plain(format), () => Row(format));
        list.Add("integer.text", () => string.Join(" ", s_values));
        list.Add("integer.byte-hex", () => ((byte)200).ToString("X2"));
        list.Add("integer.sbyte-hex", () => ((sbyte)-1).ToString("X"));
        list.Add("integer.short-hex", () => ((short)-1).ToString("x"));
        list.Add("integer.uint", () => uint.MaxValue.ToString("N0"));
        list.Add("integer.ulong", () => ulong.MaxValue.ToString());
        list.Add("integer.binary", () => 10.ToString("B8"));
        list.Add("integer.bad-format", () => 5.ToString("Q"));
        list.Add("integer.tryformat", () =>
        {
            Span<char> room = stackalloc char[3];
            return 12345.TryFormat(room, out int n) + " " + n;
        });
        list.Add("integer.tryformat-fits", () =>
        {
            Span<char> room = stackalloc char[8];
            12345.TryFormat(room, out int n);
            return room[..n].ToString();
        });
    }

    // Names of tests have no blanks and say what they can.
    private static string Plain(string format) => format.Replace(' ', '_').Replace('\'', '~');

    private static string Row(string format)
    {
        string text = "";
        foreach (long value in s_values)
            text += value.ToString(format) + " ";
        return text;
    }
}
