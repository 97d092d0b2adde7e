// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Description;

/// <summary>Times as text: <c>200 us</c>, <c>1 ms</c>, <c>2 s</c>.</summary>
public static class DurationText
{
    private static readonly Dictionary<string, ulong> s_units = new()
    {
        ["ns"] = 1,
        ["us"] = 1_000,
        ["µs"] = 1_000,
        ["ms"] = 1_000_000,
        ["s"] = 1_000_000_000,
    };

    /// <summary>Reads a time.</summary>
    /// <param name="text">A number with unit.</param>
    /// <param name="nanoseconds">The time in nanoseconds, 0 when refused.</param>
    /// <returns>True when the text is a time.</returns>
    public static bool TryParse(string text, out ulong nanoseconds) =>
        NumberText.TryParseWithUnit(text, s_units, out nanoseconds);

    /// <summary>Writes a time with the largest unit that keeps it at least 1.</summary>
    /// <param name="nanoseconds">The time in nanoseconds.</param>
    /// <returns>Text such as <c>200 us</c>.</returns>
    public static string Format(ulong nanoseconds)
    {
        (string unit, ulong factor) = nanoseconds switch
        {
            >= 1_000_000_000 => ("s", 1_000_000_000UL),
            >= 1_000_000 => ("ms", 1_000_000UL),
            >= 1_000 => ("us", 1_000UL),
            _ => ("ns", 1UL),
        };
        decimal amount = nanoseconds / (decimal)factor;
        return amount.ToString("0.###", CultureInfo.InvariantCulture) + " " + unit;
    }
}
