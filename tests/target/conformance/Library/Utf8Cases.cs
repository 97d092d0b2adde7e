// SPDX-License-Identifier: MIT
using System;
using System.Globalization;
using System.Text;

namespace Bulkhead.Conformance.Library;

/// <summary>Numbers and durations as UTF-8, and texts of durations.</summary>
internal static class Utf8Cases
{
    internal static void Add(CaseList list)
    {
        list.Add("utf8.parse", () => int.Parse("-42"u8) + " " + ulong.Parse("7"u8) + " "
            + byte.Parse("ff"u8, NumberStyles.HexNumber) + " " + double.Parse("1.5e3"u8) + " "
            + float.Parse(" 2.25 "u8) + " " + long.Parse("1,000"u8, NumberStyles.Number));
        list.Add("utf8.parse-bad", () => int.Parse("4x"u8));
        list.Add("utf8.parse-large", () => sbyte.Parse("128"u8));
        list.Add("utf8.try", () => short.TryParse("12"u8, out short a) + " " + a + " "
            + uint.TryParse("-1"u8, out uint b) + " " + b + " "
            + double.TryParse("none"u8, out double c) + " " + c + " "
            + int.TryParse("\u0661"u8, out int d) + " " + d + " " + int.TryParse(""u8, out _));
        list.Add("double.try-bad", () => double.TryParse("none", out double a) + " " + a + " "
            + float.TryParse("Infinit", out float b) + " " + b);
        list.Add("utf8.generic", () => Read<int>("17"u8) + Read<double>("0.5"u8));
        list.Add("utf8.format", () => Text(-42, "") + " " + Text(255, "X4") + " " + Text(1.5, "")
            + " " + Text(2.345f, "F1") + " " + Text(new TimeSpan(1, 2, 3), ""));
        list.Add("utf8.format-short", () =>
        {
            Span<byte> room = stackalloc byte[2];
            return 123.TryFormat(room, out int written) + " " + written + " "
                + 1.25.TryFormat(room, out int none) + " " + none;
        });
        list.Add("time.parse", () => TimeSpan.Parse("1:02") + " " + TimeSpan.Parse("1:02:03") + " "
            + TimeSpan.Parse("4.03:02:01") + " " + TimeSpan.Parse(" -0:0:1.5 ") + " "
            + TimeSpan.Parse("6") + " " + TimeSpan.Parse("1:2:3:4.0000001") + " "
            + TimeSpan.Parse("2.12:30"));
        list.Add("time.parse-limits", () => TimeSpan.Parse("10675199.02:48:05.4775807") + " "
            + TimeSpan.Parse("-10675199.02:48:05.4775808"));
        list.Add("time.parse-bad", () => TimeSpan.Parse("soon"));
        list.Add("time.parse-hours", () => TimeSpan.Parse("24:00"));
        list.Add("time.parse-large", () => TimeSpan.Parse("10675199.02:48:05.4775808"));
        list.Add("time.parse-null", () => TimeSpan.Parse(null!));
        list.Add("time.try", () => TimeSpan.TryParse("12:34:56", out TimeSpan a) + " " + a + " "
            + TimeSpan.TryParse("1:60", out TimeSpan b) + " " + b + " "
            + TimeSpan.TryParse("", out _) + " " + TimeSpan.TryParse("1:2:3.", out _) + " "
            + TimeSpan.TryParse("1.5", out _) + " " + TimeSpan.TryParse("1:2:3:4:5", out _) + " "
            + TimeSpan.TryParse("- 1:2", out _));
    }

    private static T Read<T>(ReadOnlySpan<byte> text) where T : IUtf8SpanParsable<T> =>
        T.Parse(text, null);

    private static string Text<T>(T value, string format) where T : IUtf8SpanFormattable
    {
        Span<byte> room = stackalloc byte[40];
        bool fits = value.TryFormat(room, out int written, format, null);
        return fits ? Encoding.UTF8.GetString(room.Slice(0, written)) : "no room";
    }
}
