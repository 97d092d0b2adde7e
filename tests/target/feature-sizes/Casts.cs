// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Casts and patterns.</summary>
[Feature(4, "casts and patterns")]
public static class Casts
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        object thing = argument == 0 ? new Square() : new Line();
        s_last = thing;
        if (s_last is IShape) Keep.Number++;
        Keep.Number += s_last is Square ? 4u : ((Line)s_last).Length;
    }

    private static object? s_last;

    private interface IShape;

    private sealed class Square : IShape;

    private sealed class Line
    {
        internal ulong Length => 2;
    }
}
