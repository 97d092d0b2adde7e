// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Numerics;

namespace Bulkhead.Conformance.Language;

/// <summary>Generic types and methods, static abstract members, variance.</summary>
internal static class GenericCases
{
    private sealed class Box<T>(T value)
    {
        internal static int Made;

        internal T Value { get; } = value;

        internal Box<TOther> Map<TOther>(Func<T, TOther> function)
        {
            Made++;
            return new Box<TOther>(function(Value));
        }

        public override string ToString() => "[" + Value + "]";
    }

    private interface ISource<out T>
    {
        T Get();
    }

    private interface ISink<in T>
    {
        string Put(T value);
    }

    private sealed class TextSource : ISource<string>
    {
        public string Get() => "text";
    }

    private sealed class ObjectSink : ISink<object>
    {
        public string Put(object value) => "got " + value;
    }

    private struct Meter(int value) : IAdditionOperators<Meter, Meter, Meter>
    {
        internal readonly int Value => value;

        public static Meter operator +(Meter left, Meter right) => new(left.Value + right.Value);
    }

    internal static void Add(CaseList list)
    {
        list.Add("generic.class", () => new Box<int>(5));
        list.Add("generic.map", () => new Box<int>(5).Map(n => "n" + n).Map(s => s.Length));
        list.Add("generic.static", () =>
        {
            Box<byte>.Made = 1;
            Box<short>.Made = 2;
            return Box<byte>.Made + Box<short>.Made;
        });
        list.Add("generic.shared-static", () =>
        {
            Box<string>.Made = 1;
            Box<object>.Made = 2;
            return Box<string>.Made * 10 + Box<object>.Made;
        });
        list.Add("generic.method", () => Swap(1, 2) + Swap("a", "b"));
        list.Add("generic.default", () =>
            DefaultOf<int>() + "," + DefaultOf<string>() + "," + DefaultOf<bool>());
        list.Add("generic.new", () => Make<List<int>>().Count);
        list.Add("generic.constraint", () => Largest(3, 9, 4) + Largest("b", "z", "a"));
        list.Add("generic.type-test", () => IsText<string>() + " " + IsText<int>());
        list.Add("generic.covariance", () => ((ISource<object>)new TextSource()).Get());
        list.Add("generic.contravariance", () => ((ISink<string>)new ObjectSink()).Put("x"));
        list.Add("generic.func-variance", () =>
        {
            Func<object> f = new Func<string>(() => "s");
            return f();
        });
        list.Add("generic.numeric-int", () => Sum([1, 2, 3]));
        list.Add("generic.numeric-double", () => Sum([0.5, 0.25]));
        list.Add("generic.numeric-long", () => Sum([1L << 40, 5]));
        list.Add("generic.own-operator", () => AddUp(new Meter(3), new Meter(4)).Value);
        list.Add("generic.nested", () =>
        {
            Dictionary<string, List<(int, string)>> map = new() { ["a"] = [(1, "x"), (2, "y")] };
            return map["a"][1].Item2;
        });
        list.Add("generic.struct", () => new KeyValuePair<int, string>(1, "one"));
        list.Add("generic.parse", () => Parse<int>("42") + Parse<int>("-2"));
        list.Add("generic.comparer", () => Comparer<int>.Default.Compare(3, 5));
        list.Add("generic.equality", () => EqualityComparer<string>.Default.Equals("a", "a"));
        list.Add("generic.equality-struct", () =>
            EqualityComparer<(int, string)>.Default.Equals((1, "a"), (1, "a")));
        list.Add("generic.equality-nullable", () => EqualityComparer<int?>.Default.Equals(null, 3));
        list.Add("generic.recursive", () => Depth(new Box<Box<Box<int>>>(new(new(1)))));
    }

    private static string Swap<T>(T left, T right)
    {
        (left, right) = (right, left);
        return left + "" + right;
    }

    private static T? DefaultOf<T>() => default;

    private static T Make<T>() where T : new() => new();

    private static T Largest<T>(params T[] values) where T : IComparable<T>
    {
        T best = values[0];
        foreach (T value in values)
        {
            if (value.CompareTo(best) > 0)
                best = value;
        }
        return best;
    }

    private static bool IsText<T>() => typeof(T) == typeof(string);

    private static T Sum<T>(T[] values) where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T value in values)
            sum += value;
        return sum;
    }

    private static T AddUp<T>(T left, T right) where T : IAdditionOperators<T, T, T> => left
        + right;

    private static T Parse<T>(string text) where T : IParsable<T> => T.Parse(text, null);

    private static string Depth<T>(Box<T> box) => box.ToString() + box.Value;
}
