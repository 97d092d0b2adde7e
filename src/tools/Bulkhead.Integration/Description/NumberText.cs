// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Description;

/// <summary>Reads numbers as people write them in a description.</summary>
public static class NumberText
{
    /// <summary>
    /// Reads a whole number: decimal or <c>0x</c> hexadecimal, <c>_</c> as separator.
    /// </summary>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="value">The number, 0 when refused.</param>
    /// <returns>True when the text is a number from 0 to 2^64-1.</returns>
    public static bool TryParse(string text, out ulong value)
    {
        string digits = text.Trim().Replace("_", "", StringComparison.Ordinal);
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out value);
        }

        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>
    /// Reads a number followed by a unit, such as <c>256 MiB</c> or <c>0.5 ms</c>.
    /// </summary>
    /// <param name="text">The text; the blank between number and unit may be left out.</param>
    /// <param name="units">The units and how many base units each is.</param>
    /// <param name="value">The amount in base units, 0 when refused.</param>
    /// <returns>
    /// True when number and unit are known and the amount is a whole number of base units below
    /// 2^63.
    /// </returns>
    public static bool TryParseWithUnit(
        string text, IReadOnlyDictionary<string, ulong> units, out ulong value)
    {
        value = 0;
        string trimmed = text.Trim();
        int split = trimmed.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        string unit = trimmed[split..].Trim();
        string digits = trimmed[..split].Replace("_", "", StringComparison.Ordinal);
        if (!units.TryGetValue(unit, out ulong factor)
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out decimal number)
            || number > long.MaxValue / (decimal)factor)
        {
            return false;
        }

        decimal amount = number * factor;
        value = (ulong)amount;
        return amount == decimal.Truncate(amount);
    }
}
