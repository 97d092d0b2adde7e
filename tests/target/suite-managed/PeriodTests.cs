// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>A period with a dictionary, texts and an exception runs as often as one likes.
/// </summary>
internal static class PeriodTests
{
    private const int PeriodCount = 100_000;

    private static readonly string[] s_names = ["roll", "pitch", "yaw", ""];

    internal static void Run(ref RecordWriter records)
    {
        Period(0);
        long used = MemoryUse.Used, peak = MemoryUse.ScopePeak;
        int wrong = 0;
        for (int period = 1; period <= PeriodCount; period++)
        {
            if (Period(period) != Expected(period)) wrong++;
        }
        records.Equal("period"u8, "wrong-results"u8, 0, (ulong)wrong);
        records.Equal("period"u8, "more-immortal-memory"u8, 0, (ulong)(MemoryUse.Used - used));
        records.That(
            "period"u8, "scopes-as-large-as-before"u8, MemoryUse.ScopePeak <= peak + 64);
    }

    private static int Expected(int period) => (3 * period) + 12 - 1;

    private static int Period(int period)
    {
        using Scope scope = Scope.Enter();
        Dictionary<string, int> angles = new();
        foreach (string name in s_names)
        {
            try
            {
                angles[$"{Checked(name)} of {period & 7}"] = period + name.Length;
            }
            catch (ArgumentException)
            {
                angles["none"] = -1;
            }
        }
        int sum = 0;
        foreach (KeyValuePair<string, int> pair in angles) sum += pair.Value;
        return sum;
    }

    private static string Checked(string name) =>
        name.Length == 0 ? throw new ArgumentException("no name") : name;
}
