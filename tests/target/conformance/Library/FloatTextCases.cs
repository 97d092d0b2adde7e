// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Library;

/// <summary>Floating-point numbers as texts.</summary>
internal static class FloatTextCases
{
    private static readonly double[] s_values =
    [
        0, 1, -1, 0.1, 1.0 / 3, 123456789.125, 1e15, 1e16, 123456789012345680, 1e-4, 1e-5, 1.5e300,
        4.9406564584124654E-324, 1.7976931348623157E+308, 2.2250738585072014E-308, 9.5, 0.5, 2.5,
            99.995,
        5e-324, 9007199254740993, 0.3, 2.0 / 3, 100, 1e21, 1e22, 1e23, Math.PI,
    ];

    private static readonly string[] s_formats =
    [
        "F0", "F1", "F3", "F10", "N2", "E", "E2", "e10", "G", "G3", "G17", "R", "P1", "C2",
            "0.00", "#.###",
        "000.0", "0.###E+00", "#,##0.00",
    ];

    internal static void Add(CaseList list)
    {
        for (int i = 0; i < s_values.Length; i++)
        {
            double value = s_values[i];
            list.Add("double.shortest-" + i, () => value + " " + -value);
        }
        foreach (string format in s_formats)
        {
            list.Add("double.format-" + format, () => Row(format, 0, 8));
            list.Add("double.format2-" + format, () => Row(format, 15, s_values.Length));
        }
        list.Add("double.special", () =>
            double.NaN + " " + double.PositiveInfinity + " " + double.NegativeInfinity);
        list.Add("double.large-fixed", () => 1e100.ToString("F0"));
        list.Add("double.max-fixed", () => double.MaxValue.ToString("F0").Length);
        list.Add("double.many-digits", () => 0.1.ToString("F30"));
        list.Add("double.g25", () => 0.1.ToString("G25"));
        list.Add("float.shortest", () =>
            0.1f + " " + (1f / 3) + " " + float.MaxValue + " " + 16777216f + " " + 1e-10f
                + " " + 3.4e38f);
        list.Add("float.format", () => 0.1f.ToString("F10") + " " + 1.5f.ToString("E3"));
        list.Add("float.epsilon", () => float.Epsilon);
    }

    private static string Row(string format, int start, int end)
    {
        string text = "";
        for (int i = start; i < end; i++)
        {
            string one = s_values[i].ToString(format);
            text += (one.Length > 40 ? one.Substring(0, 40) + "~" + one.Length : one) + " ";
        }
        return text;
    }
}
