// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Virtual call, two classes.</summary>
[Feature(2, "virtual call, two classes")]
public static class VirtualCall
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        Shape shape = argument == 0 ? new Square() : new Line();
        s_last = shape;
        Keep.Number = s_last.Corners;
    }

    private static Shape? s_last;

    private abstract class Shape
    {
        internal abstract ulong Corners { get; }
    }

    private sealed class Square : Shape
    {
        internal override ulong Corners => 4;
    }

    private sealed class Line : Shape
    {
        internal override ulong Corners => 2;
    }
}
