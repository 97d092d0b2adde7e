// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Interface call, two classes.</summary>
[Feature(3, "interface call, two classes")]
public static class InterfaceCall
{
    /// <summary>Uses it.</summary>
    /// <param name="argument">Not known to the compiler.</param>
    public static void Run(ulong argument)
    {
        IShape shape = argument == 0 ? new Square() : new Line();
        s_last = shape;
        Keep.Number = s_last.Corners;
    }

    private static IShape? s_last;

    private interface IShape
    {
        ulong Corners { get; }
    }

    private sealed class Square : IShape
    {
        public ulong Corners => 4;
    }

    private sealed class Line : IShape
    {
        public ulong Corners => 2;
    }
}
