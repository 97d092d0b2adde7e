// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Structs, nullables, references, interpolation.</summary>
internal static class ValueCases
{
    private struct Vector(int x, int y) : IEquatable<Vector>
    {
        internal int X = x;
        internal int Y = y;

        internal readonly int Dot(Vector other) => (X * other.X) + (Y * other.Y);

        internal void Grow() => X++;

        public readonly bool Equals(Vector other) => X == other.X && Y == other.Y;

        public override readonly bool Equals(object? obj) => obj is Vector other && Equals(other);

        public override readonly int GetHashCode() => (X * 31) + Y;

        public override readonly string ToString() => $"<{X} {Y}>";
    }

    private struct Plain
    {
        internal int A;
        internal long B;
    }

    private struct Holder
    {
        internal string? Text;
        internal int Number;
    }

    private struct Temperature : IFormattable
    {
        internal double Value;

        public readonly string ToString(string? format, IFormatProvider? provider) =>
            format == "F" ? Value * 9 / 5 + 32 + "F" : Value + "C";
    }

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("struct.method", () => new Vector(1, 2).Dot(new Vector(3, 4)));
        list.Add("struct.copy", () =>
        {
            Vector a = new(1, 2), b = a;
            b.Grow();
            return a.X + "" + b.X;
        });
        list.Add("struct.in-list", () =>
        {
            List<Vector> l = [new(1, 1)];
            l[0].Grow();
            return l[0].X;
        });
        list.Add("struct.in-array", () =>
        {
            Vector[] a = [new(1, 1)];
            a[0].Grow();
            return a[0].X;
        });
        list.Add("struct.ref", () => { Vector v = new(1, 1); Change(ref v); return v; });
        list.Add("struct.out", () => { Make(out Vector v); return v; });
        list.Add("struct.in", () => Sum(new Vector(2, 3)));
        list.Add("struct.boxed-equals", () => new Vector(1, 2).Equals((object)new Vector(1, 2)));
        list.Add("struct.default-equals", () =>
            new Plain { A = 1, B = 2 }.Equals(new Plain { A = 1, B = 2 }));
        list.Add("struct.default-differs", () => new Plain { A = 1 }.Equals(new Plain { A = 2 }));
        list.Add("struct.reference-field", () =>
        {
            Holder h = new() { Text = "t", Number = 2 };
            Holder c = h;
            c.Text = "u";
            return h.Text + c.Text;
        });
        list.Add("struct.holder-array", () =>
        {
            var a = new Holder[3];
            a[1].Text = "mid";
            var b = (Holder[])a.Clone();
            a[1].Text = null;
            return b[1].Text;
        });
        list.Add("struct.key", () =>
            new Dictionary<Vector, string> { [new(1, 2)] = "v" }[new(1, 2)]);
        list.Add("nullable.value", () => { int? n = 5; return n.Value + 1; });
        list.Add("nullable.none", () => { int? n = null; return n!.Value; });
        list.Add("nullable.default", () => { int? n = null; return n.GetValueOrDefault(7); });
        list.Add("nullable.arithmetic", () => { int? a = 5, b = null; return (a + b) is null; });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("nullable.compare", () =>
        {
            int? a = 5, b = null;
            return (a > b) + " " + (b == null);
        });
        list.Add("nullable.coalesce", () => { int? a = null; return a ?? 3; });
        list.Add("nullable.assign", () => { int? a = null; a ??= 4; return a; });
        list.Add("nullable.text", () => { double? d = null; return "[" + d + "]"; });
        list.Add("nullable.struct", () => { Vector? v = new Vector(1, 2); return v?.X; });
        list.Add("ref.local", () =>
        {
            int[] a = [1, 2, 3];
            ref int second = ref a[1];
            second = 9;
            return a[1];
        });
        list.Add("ref.return", () =>
        {
            int[] a = [1, 5, 3];
            Largest(a) = 0;
            return string.Join("", a);
        });
        list.Add("ref.string", () => { string s = "a"; Extend(ref s); return s; });
        list.Add("interpolate.simple", () => $"{1} and {"two"} and {3.5}");
        list.Add("interpolate.align", () => $"[{1,5}][{"ab",-5}][{"abc",2}]");
        list.Add("interpolate.format", () => $"{255:X4} {3.14159:F2} {1234567:N0}");
        list.Add("interpolate.both", () => $"[{255,8:X4}]");
        list.Add("interpolate.null", () => $"[{(string?)null}]");
        list.Add("interpolate.braces", () => $"{{{1}}}");
        list.Add("interpolate.own", () =>
            $"{new Temperature { Value = 20 }:F} {new Temperature { Value = 20 }}");
        list.Add("interpolate.struct", () => $"{new Vector(1, 2)}");
        list.Add("interpolate.nested", () => $"a{$"b{1}c"}d");
        list.Add("interpolate.char", () => $"{'x'}{'y',3}");
        list.Add("interpolate.bool", () => $"{true} {false}");
        list.Add("interpolate.long", () =>
        {
            string s = $"{new string('x', 100)}{1}{new string('y', 50)}";
            return s.Length;
        });
        list.Add("interpolate.raw", () => $$"""{"a": {{1 + 1}}}""");
        list.Add("const.text", () => nameof(ValueCases) + "\t\u00e9\x41");
    }

    private static void Change(ref Vector v) => v = new(v.X + 1, v.Y + 1);

    private static void Make(out Vector v) => v = new(7, 8);

    private static int Sum(in Vector v) => v.X + v.Y;

    private static ref int Largest(int[] numbers)
    {
        int best = 0;
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[best])
                best = i;
        }
        return ref numbers[best];
    }

    private static void Extend(ref string text) => text += "b";
}
