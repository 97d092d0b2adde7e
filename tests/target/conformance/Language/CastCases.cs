// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Casts, type tests, boxing, patterns.</summary>
internal static class CastCases
{
    private enum Level : byte
    {
        Low = 1,
        High = 200,
    }

    [Flags]
    private enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        All = 3,
        Execute = 4,
    }

    private class Animal;

    private sealed class Dog : Animal;

    private sealed class Cat : Animal;

    internal static void Add(CaseList list)
    {
        list.Add("cast.up", () => ((Animal)new Dog()) is Dog);
        list.Add("cast.as", () => (object)(new Cat() as Animal) is null);
        list.Add("cast.as-null", () => ((object)"x") as Animal is null);
        list.Add("cast.interface", () => ((object)new List<int> { 1 }) is IEnumerable<int>);
        list.Add("cast.covariant", () => ((object)new List<string>()) is IEnumerable<object>);
        list.Add("cast.not-covariant", () => ((object)new List<int>()) is IEnumerable<object>);
        list.Add("cast.array", () => ((object)new string[1]) is object[]);
        list.Add("cast.array-int", () => ((object)new int[1]) is uint[]);
        list.Add("cast.array-value", () => ((object)new int[1]) is object[]);
        list.Add("cast.array-store", () => { object[] a = new string[1]; a[0] = 5; return a; });
        list.Add("box.int", () => { object o = 5; return (int)o + 1; });
        list.Add("box.enum-as-byte", () => { object o = Level.High; return (byte)o; });
        list.Add("box.nullable", () =>
        {
            int? n = 5;
            object o = n;
            return o.GetType() == typeof(int);
        });
        list.Add("box.nullable-null", () => { int? n = null; object? o = n; return o is null; });
        list.Add("unbox.nullable", () => { object o = 5; int? n = (int?)o; return n.HasValue; });
        list.Add("unbox.nullable-null", () =>
        {
            object? o = null;
            int? n = (int?)o;
            return n.HasValue;
        });
        list.Add("box.equals", () => { object a = 5, b = 5; return a.Equals(b) + " " + (a == b); });
        list.Add("box.struct", () => { object o = (1, "a"); return o; });
        list.Add("pattern.type", () =>
            Describe(5) + Describe("abc") + Describe(2.5) + Describe('c'));
        list.Add("pattern.null", () => Describe(null));
        list.Add("pattern.array", () => Describe(new[] { 1, 2, 3 }));
        list.Add("pattern.relational", () => Size(-1) + Size(5) + Size(50) + Size(500));
        list.Add("pattern.list", () => First([1, 2, 3]) + First([]) + First([9]));
        list.Add("pattern.property", () => "hello" is { Length: > 3 and < 10 });
        list.Add("pattern.tuple", () => Quadrant(1, 1) + Quadrant(-1, 1) + Quadrant(0, 5));
        list.Add("pattern.or", () => IsVowel('e') + " " + IsVowel('x'));
        list.Add("pattern.not", () => (object)"s" is not int);
        list.Add("pattern.var", () => 5 is var n && n > 4);
        list.Add("switch.string", () => Word("two") + Word("seven") + Word("none"));
        list.Add("enum.unknown", () => (Level)77);
        list.Add("enum.flags-unknown", () => (Access)64);
        list.Add("enum.number", () => Level.High.ToString("D"));
        list.Add("enum.hex", () => Access.All.ToString("X"));
        list.Add("enum.hasflag", () => Access.All.HasFlag(Access.Write));
        list.Add("enum.compare", () => Level.Low.CompareTo(Level.High) < 0);
        list.Add("enum.hash-key", () => new Dictionary<Level, int> { [Level.Low] = 4 }[Level.Low]);
    }

    private static string Describe(object? value) => value switch
    {
        null => "nothing",
        int n when n > 3 => "int " + n,
        int => "small",
        string { Length: 3 } s => "three " + s,
        int[] { Length: var length } => "array of " + length,
        double d => "double " + d,
        _ => "other",
    };

    private static string Size(int n) => n switch
    {
        < 0 => "negative ",
        < 10 => "small ",
        >= 10 and < 100 => "medium ",
        _ => "large ",
    };

    private static string First(int[] numbers) => numbers switch
    {
        [] => "empty ",
        [var only] => "one " + only,
        [var first, .., var last] => first + ".." + last + " ",
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Quadrant(int x, int y) => (x, y) switch
    {
        ( > 0, > 0) => 1,
        ( < 0, > 0) => 2,
        _ => 0,
    };

    private static int Word(string word) => word switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        _ => 100,
    };
}
