// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <summary>Words without sense, most of them just at or beyond a limit.</summary>
internal static class OddValues
{
    private static readonly ulong[] s_values =
    [
        0, 1, 2, 7, 8, 63, 64, 255, 256, 257, 511, 512, 513, 0xfff, 0x1000, 0x1001, 1ul << 21,
        1ul << 31, uint.MaxValue, 1ul << 32, 1ul << 38, 1ul << 39, (1ul << 39) - 0x1000, 1ul << 62,
        (1ul << 62) + 1, 1ul << 63, ulong.MaxValue - 0xfff, ulong.MaxValue - 1, ulong.MaxValue,
    ];

    internal static ulong Next(ref SeededRandom random) =>
        random.OneIn(3) ? random.Next() : s_values[random.Below(s_values.Length)];
}
