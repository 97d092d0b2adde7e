// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.FeatureZoo;

internal static unsafe class TypeAnimals
{
    private static readonly Point _origin = new(5, 6);

    internal static void Run(ref ZooReport report, ulong seed)
    {
        report.Line("static abstract"u8, Describe<Square>(seed));
        report.Line("other argument"u8, Describe<Line>(seed));
        var counter = new Counter();
        report.Line("struct interface"u8, Twice(ref counter));
        ulong? nothing = seed > 5 ? seed : null;
        report.Line("nullable"u8, (nothing ?? 17) + (nothing.HasValue ? 1ul : 0));
        report.Line("enum"u8, (ulong)((Color)seed | Color.Green));
        (ulong first, ulong second) = Swap((seed, 9));
        report.Line("tuple"u8, (first << 8) | second);
        report.Line("readonly struct"u8, new Point(seed, 2).Equals(new Point(3, 2)));
        report.Line("static literal"u8, _origin.Y);
        delegate*<ulong, ulong> function = &Double;
        report.Line("function pointer"u8, function(seed));
        report.Line("generic equality"u8, Same(seed, 3ul));
        var point = new Point(1, 1) with { X = seed };
        report.Line("with"u8, point.X);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Describe<T>(ulong size) where T : struct, IShape =>
        T.Area(size) + default(T).Corners;

    private static ulong Twice<T>(ref T counter) where T : struct, ICounter
    {
        counter.Next();
        return counter.Next();
    }

    private static bool Same<T>(T left, T right) where T : IEquatable<T> => left.Equals(right);

    private static (ulong First, ulong Second) Swap((ulong First, ulong Second) pair) =>
        (pair.Second, pair.First);

    private static ulong Double(ulong value) => value * 2;

    private interface IShape
    {
        static abstract ulong Area(ulong size);

        ulong Corners { get; }
    }

    private interface ICounter
    {
        ulong Next();
    }

    [Flags]
    private enum Color : byte
    {
        Red = 1,
        Green = 4,
    }

    private struct Square : IShape
    {
        public readonly ulong Corners => 4;

        public static ulong Area(ulong size) => size * size;
    }

    private struct Line : IShape
    {
        public readonly ulong Corners => 2;

        public static ulong Area(ulong size) => 0;
    }

    private struct Counter : ICounter
    {
        private ulong _value;

        public ulong Next() => ++_value;
    }

    private readonly struct Point : IEquatable<Point>
    {
        internal Point(ulong x, ulong y)
        {
            X = x;
            Y = y;
        }

        internal ulong X { get; init; }

        internal ulong Y { get; }

        public bool Equals(Point other) => X == other.X && Y == other.Y;

        public override bool Equals(object? other) => other is Point point && Equals(point);

        public override int GetHashCode() => (int)X;
    }
}
