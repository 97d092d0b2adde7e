// SPDX-License-Identifier: MIT
using FsCheck;

namespace Bulkhead.Native.Tests;

/// <summary>Random times and frequencies, of the sizes that occur.</summary>
internal static class Samples
{
    /// <summary>Two hundred years in nanoseconds.</summary>
    internal const ulong YearsMax = 200ul * 365 * 86400 * 1_000_000_000;

    private static readonly ulong[] _usual =
        [1_000_000, 19_200_000, 24_000_000, 62_500_000, 54_000_000, 999_999_937, 1_000_000_000];

    /// <summary>How often a property is looked at.</summary>
    internal static Config Many => Config.QuickThrowOnFailure.WithMaxTest(5_000);

    /// <summary>1 MHz to 1 GHz; every fourth is one that boards have.</summary>
    /// <param name="choice">Random.</param>
    /// <returns>Hz.</returns>
    internal static ulong Frequency(uint choice) => choice % 4 == 0
        ? _usual[choice / 4 % (uint)_usual.Length]
        : 1_000_000 + (Mix(choice) % 999_000_001);

    /// <summary>Spreads a small random number over 64 bits.</summary>
    /// <param name="value">Random.</param>
    /// <returns>Random.</returns>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9;
        value = (value ^ (value >> 27)) * 0x94d0_49bb_1331_11eb;
        return value ^ (value >> 31);
    }
}
