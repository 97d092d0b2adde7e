// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Record: with, equality, text.</summary>
[Feature(22, "record: with, ==, ToString")]
public static class Records
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Point point = new((int)argument, 2);
        Point other = point with { Y = 3 };
        Keep.Number = point == other ? 1 : (ulong)other.ToString().Length;
    }

    private sealed record Point(int X, int Y);
}
