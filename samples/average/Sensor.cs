// SPDX-License-Identifier: MIT
namespace Bulkhead.Samples.Average;

/// <summary>Something that is measured: here a number that rises and begins again.</summary>
internal static class Sensor
{
    private const int Range = 10;

    /// <summary>Reads it.</summary>
    /// <param name="number">Number of the measurement.</param>
    /// <returns>0 to 9.</returns>
    internal static int Read(ulong number) => (int)(number % Range);
}
