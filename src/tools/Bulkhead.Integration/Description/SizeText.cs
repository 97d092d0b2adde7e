// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Description;

/// <summary>Sizes in bytes as text: <c>4 KiB</c>, <c>256 MiB</c>, <c>1.5 GiB</c>.</summary>
public static class SizeText
{
    private static readonly Dictionary<string, ulong> s_units = new()
    {
        ["B"] = 1,
        ["KiB"] = 1UL << 10,
        ["MiB"] = 1UL << 20,
        ["GiB"] = 1UL << 30,
    };

    /// <summary>Reads a size.</summary>
    /// <param name="text">A number with unit, or hexadecimal bytes.</param>
    /// <param name="bytes">The size in bytes, 0 when refused.</param>
    /// <returns>True when the text is a size.</returns>
    public static bool TryParse(string text, out ulong bytes) =>
        text.TrimStart().StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? NumberText.TryParse(text, out bytes)
            : NumberText.TryParseWithUnit(text, s_units, out bytes);

    /// <summary>Writes a size with the largest unit that leaves at most two decimals.</summary>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>Text such as <c>256 MiB</c>.</returns>
    public static string Format(ulong bytes)
    {
        (string unit, ulong factor) = bytes switch
        {
            >= 1UL << 30 => ("GiB", 1UL << 30),
            >= 1UL << 20 => ("MiB", 1UL << 20),
            >= 1UL << 10 => ("KiB", 1UL << 10),
            _ => ("B", 1UL),
        };
        decimal amount = bytes / (decimal)factor;
        return amount.ToString("0.##", CultureInfo.InvariantCulture) + " " + unit;
    }
}
