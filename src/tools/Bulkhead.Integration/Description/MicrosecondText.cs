// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Description;

/// <summary>Times in one unit, so that columns and differences compare: <c>10000 us</c>.</summary>
public static class MicrosecondText
{
    /// <summary>Writes a time in microseconds.</summary>
    /// <param name="nanoseconds">The time in nanoseconds.</param>
    /// <returns>Text such as <c>1500 us</c>.</returns>
    public static string Format(ulong nanoseconds) =>
        (nanoseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture) + " us";
}
