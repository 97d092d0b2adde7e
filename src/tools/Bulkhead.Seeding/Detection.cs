// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Seeding;

/// <summary>How a seeded bug was noticed.</summary>
public sealed class Detection
{
    /// <summary>Whether it was.</summary>
    public bool IsNoticed { get; init; }

    /// <summary>Numbers of the invariants that do not hold; none: something else noticed
    /// it.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>What was wrong.</summary>
    public string Message { get; init; } = "";

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Events until then, of all seeds.</summary>
    public long EventCount { get; init; }

    /// <summary>Seconds until then, without compiling and loading.</summary>
    public double Seconds { get; init; }

    /// <summary>The invariants as a text.</summary>
    public string Names => Numbers.Count == 0
        ? "-" : string.Join(' ', Numbers.Select(number => $"I{number}"));

    /// <summary>Reads the answer of a run.</summary>
    internal static Detection Parse(string answer, double seconds)
    {
        string[] fields = answer.Split('\t');
        return new Detection
        {
            IsNoticed = fields[0] == "noticed",
            Seed = ulong.Parse(fields[1], CultureInfo.InvariantCulture),
            EventCount = long.Parse(fields[2], CultureInfo.InvariantCulture),
            Numbers = [.. fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).Order()],
            Message = fields[4],
            Seconds = seconds,
        };
    }
}
