// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Bulkhead.Conformance.Language;

/// <summary>Delegates that need more than an object and an address: of extension methods, and of
/// generic methods over references.</summary>
internal static class ThunkCases
{
    private sealed class Shelf(string name)
    {
        internal string Show<T>(T value) => name + ":" + typeof(T).Name + ":" + value;

        internal List<T> Make<T>(T value) => [value];

        internal string Name() => name;
    }

    private sealed class Owner<T>(T value)
    {
        internal string Tell<TOther>(TOther other) =>
            value + "+" + other + " " + typeof(T).Name + " " + typeof(TOther).Name;

        internal Func<TOther, string> Teller<TOther>() => Tell<TOther>;
    }

    internal static void Add(CaseList list)
    {
        AddExtensions(list);
        AddGenerics(list);
        AddOthers(list);
    }

    private static void AddExtensions(CaseList list)
    {
        list.Add("extension.call", () => { Func<string> f = Word().Doubled; return f(); });
        list.Add("extension.arguments", () =>
        {
            Func<int, string, string> f = Word().Joined;
            return f(3, "-");
        });
        list.Add("extension.null", () => { Func<string> f = NoWord()!.Doubled; return f(); });
        list.Add("extension.target", () => { Func<string> f = Word().Doubled; return f.Target; });
        list.Add("extension.equal", () =>
        {
            string word = Word();
            Func<string> one = word.Doubled, other = word.Doubled;
            return one == other && one.GetHashCode() == other.GetHashCode();
        });
        list.Add("extension.differs", () =>
        {
            Func<string> one = Word().Doubled, other = (Word() + "x").Doubled;
            return one == other;
        });
        list.Add("extension.multicast", () =>
        {
            List<string> seen = [];
            Action<string> both = seen.Note;
            both += seen.Note;
            both("n");
            both = (both - seen.Note)!;
            both("m");
            return string.Join(",", seen);
        });
        list.Add("extension.generic", () =>
        {
            Func<string, string> f = new List<string> { "a" }.With;
            return f("b");
        });
        list.Add("extension.shared", () => Bound(new List<string> { "x" })("y"));
        list.Add("extension.large-result", () =>
        {
            Func<(long, long, string)> f = Word().Triple;
            return f();
        });
        list.Add("extension.floating", () =>
        {
            Func<double, float, double> f = Word().Scaled;
            return f(1.5, 2f);
        });
    }

    private static void AddGenerics(CaseList list)
    {
        list.Add("thunk.generic-method", () =>
        {
            Func<string, string> f = Self().Show<string>;
            return f("v");
        });
        list.Add("thunk.generic-method-of-value", () =>
        {
            Func<int, string> f = Self().Show<int>;
            return f(4);
        });
        list.Add("thunk.shared", () => Shown(Self(), "text"));
        list.Add("thunk.shared-object", () => Shown<object>(Self(), "text"));
        list.Add("thunk.shared-null", () => Shown<object>(None()!, "text"));
        list.Add("thunk.null", () => { Func<string, string> f = None()!.Show<string>; return f; });
        list.Add("thunk.null-plain", () => { Func<string> f = None()!.Name; return f; });
        list.Add("thunk.makes-lists", () =>
        {
            Func<string, List<string>> f = Self().Make<string>;
            return f("e")[0].Length + f("long")[0];
        });
        list.Add("thunk.target", () =>
        {
            Shelf shelf = Self();
            Func<string, string> f = shelf.Show<string>;
            return ReferenceEquals(f.Target, shelf);
        });
        list.Add("thunk.equal", () =>
        {
            Shelf shelf = Self();
            Func<string, string> one = shelf.Show<string>, other = shelf.Show<string>;
            return one == other && one.GetHashCode() == other.GetHashCode();
        });
        list.Add("thunk.differs", () =>
        {
            Func<string, string> one = Self().Show<string>, other = Self().Show<string>;
            return one == other;
        });
        list.Add("thunk.multicast", () =>
        {
            Func<string, string> both = Self().Show<string>;
            both += Self().Show<string>;
            return both.GetInvocationList().Length + both("z");
        });
        list.Add("thunk.of-generic-type", () => new Owner<string>("o").Teller<object>()("p"));
        list.Add("thunk.of-generic-type-shared", () => Told("a", Word()));
        list.Add("thunk.of-generic-type-value", () => Told(1, 2L));
    }

    private static void AddOthers(CaseList list)
    {
        list.Add("thunk.static-shared", () =>
        {
            Func<string, string> f = Named<string>;
            return f("s");
        });
        list.Add("thunk.static-shared-inside", () => Naming<object>()("s"));
        list.Add("thunk.lambda-shared", () => Later(Word())());
        list.Add("thunk.function-pointer-of-value", () => Later(7)());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Word() => "word" + (NoWord() ?? "");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? NoWord() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Shelf Self() => new("shelf");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Shelf? None() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Shown<T>(Shelf shelf, T value)
    {
        Func<T, string> f = shelf.Show;
        return f(value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Told<T, TOther>(T value, TOther other) =>
        new Owner<T>(value).Teller<TOther>()(other);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<T, string> Bound<T>(List<T> list) => list.With;

    private static string Named<T>(T value) => typeof(T).Name + value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<T, string> Naming<T>() => Named;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<string> Later<T>(T value) => () => typeof(T).Name + value;
}

/// <summary>Methods that look like those of their first argument.</summary>
internal static class ThunkExtensions
{
    internal static string Doubled(this string text) => text + "|" + text;

    internal static string Joined(this string text, int count, string between) =>
        text + between + count;

    internal static void Note(this List<string> seen, string text) => seen.Add(text);

    internal static string With<T>(this List<T> list, T item)
    {
        list.Add(item);
        return typeof(T).Name + list.Count;
    }

    internal static (long First, long Second, string Text) Triple(this string text) =>
        (text.Length, 1L << 40, text);

    internal static double Scaled(this string text, double value, float factor) =>
        text.Length * value * factor;
}
