// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Reads standard formats: a letter and up to nine digits.</summary>
internal static class FormatText
{
    private const int PrecisionMax = 999_999_999;

    /// <summary>Letter and precision.</summary>
    /// <param name="format">The format; empty is G.</param>
    /// <param name="precision">-1 when there is none.</param>
    /// <returns>0 for a custom format.</returns>
    internal static char Parse(ReadOnlySpan<char> format, out int precision)
    {
        precision = -1;
        if (format.IsEmpty)
            return 'G';
        if (!char.IsAsciiLetter(format[0]))
            return '\0';
        for (int i = 1; i < format.Length; i++)
        {
            if (!char.IsAsciiDigit(format[i]))
                return '\0';
            precision = (Math.Max(precision, 0) * 10) + format[i] - '0';
            if (precision > PrecisionMax / 10)
                throw new FormatException("Format specifier was invalid.");
        }
        return format[0];
    }
}
