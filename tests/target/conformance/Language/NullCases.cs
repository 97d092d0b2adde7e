// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bulkhead.Conformance.Language;

/// <summary>Uses of references that lead to nothing.</summary>
internal static class NullCases
{
    private interface IShape
    {
        int Area();
    }

    private class Shape : IShape
    {
        internal int Side;
        internal long Far = 5;
        internal string? Name;
        internal Shape? Inner;
        internal int[]? Numbers = [1, 2, 3];
        internal Action? Happened;

        internal int this[int index]
        {
            get => Numbers![index];
            set => Numbers![index] = value;
        }

        public virtual int Area() => Side * Side;

        internal int Plain() => Side + 1;

        internal event Action? Changed
        {
            add => Happened += value;
            remove => Happened -= value;
        }
    }

    private sealed class Square : Shape
    {
        public override int Area() => Side;
    }

    private struct Pair
    {
        internal int First;
        internal string? Second;
    }

    private sealed class Holder<T>
    {
        internal T? Value;
    }

    private static T? Nothing<T>()
        where T : class => null;

    internal static void Add(CaseList list)
    {
        AddFields(list);
        AddCalls(list);
        AddArrays(list);
        AddTexts(list);
        AddLibrary(list);
        AddHandlers(list);
        AddBlocks(list);
    }

    private static void AddFields(CaseList list)
    {
        list.Add("null.field", () => Nothing<Shape>()!.Side);
        list.Add("null.field-of-64-bits", () => Nothing<Shape>()!.Far);
        list.Add("null.field-reference", () => Nothing<Shape>()!.Name);
        list.Add("null.field-chain", () => new Shape().Inner!.Inner);
        list.Add("null.store", () => Nothing<Shape>()!.Side = 5);
        list.Add("null.store-reference", () => Nothing<Shape>()!.Name = "name");
        list.Add("null.store-new", () => Nothing<Shape>()!.Inner = new Shape());
        list.Add("null.store-null", () => Nothing<Shape>()!.Inner = null);
        list.Add("null.increment", () => Nothing<Shape>()!.Side++);
        list.Add("null.generic-field", () => Nothing<Holder<string>>()!.Value);
        list.Add("null.generic-struct", () => Nothing<Holder<Pair>>()!.Value.Second);
        list.Add("null.generic-struct-store", () => Nothing<Holder<Pair>>()!.Value =
            new Pair { First = 1, Second = "two" });
        list.Add("null.reference-to-field", () =>
        {
            ref int side = ref Nothing<Shape>()!.Side;
            return side;
        });
    }

    private static void AddCalls(CaseList list)
    {
        list.Add("null.method", () => Nothing<Shape>()!.Plain());
        list.Add("null.virtual", () => Nothing<Shape>()!.Area());
        list.Add("null.sealed", () => Nothing<Square>()!.Area());
        list.Add("null.interface", () => Nothing<IShape>()!.Area());
        list.Add("null.delegate", () => Nothing<Func<int>>()!());
        list.Add("null.delegate-of-interface", () => new Func<int>(Nothing<IShape>()!.Area));
        list.Add("null.delegate-of-plain-method", () => new Func<int>(Nothing<Shape>()!.Plain));
        list.Add("null.event", () =>
        {
            Nothing<Shape>()!.Changed += () => { };
            return "no";
        });
        list.Add("null.event-nobody", () =>
        {
            new Shape().Happened!();
            return "no";
        });
        list.Add("null.indexer", () => Nothing<Shape>()![1]);
        list.Add("null.to-string", () => Nothing<object>()!.ToString());
        list.Add("null.hash", () => Nothing<object>()!.GetHashCode());
        list.Add("null.equals", () => Nothing<object>()!.Equals("other"));
        list.Add("null.type", () => Nothing<object>()!.GetType().Name);
    }

    private static void AddArrays(CaseList list)
    {
        list.Add("null.length", () => Nothing<int[]>()!.Length);
        list.Add("null.element", () => Nothing<int[]>()![0]);
        list.Add("null.element-far", () => Nothing<long[]>()![1_000_000]);
        list.Add("null.element-store", () => Nothing<byte[]>()![3] = 1);
        list.Add("null.element-reference", () => Nothing<string[]>()![0] = "text");
        list.Add("null.matrix", () => Nothing<int[,]>()![1, 1]);
        list.Add("null.jagged", () => (new int[2][])[1][0]);
        list.Add("null.walk", () =>
        {
            int sum = 0;
            foreach (int number in Nothing<int[]>()!) sum += number;
            return sum;
        });
        list.Add("null.struct-element", () => Nothing<Pair[]>()![2].Second);
    }

    private static void AddTexts(CaseList list)
    {
        list.Add("null.text-length", () => Nothing<string>()!.Length);
        list.Add("null.text-character", () => Nothing<string>()![0]);
        list.Add("null.text-upper", () => Nothing<string>()!.ToUpperInvariant());
        list.Add("null.text-concat", () => Nothing<string>() + "text");
        list.Add("null.text-interpolated", () => $"<{Nothing<string>()}>");
        list.Add("null.builder", () => Nothing<StringBuilder>()!.Append('a'));
    }

    private static void AddLibrary(CaseList list)
    {
        list.Add("null.list", () => Nothing<List<int>>()!.Count);
        list.Add("null.list-add", () =>
        {
            Nothing<List<int>>()!.Add(1);
            return "no";
        });
        list.Add("null.map", () => Nothing<Dictionary<string, int>>()!["a"]);
        list.Add("null.walk-list", () =>
        {
            foreach (int _ in Nothing<List<int>>()!) return "one";
            return "none";
        });
        list.Add("null.unbox", () => (int)Nothing<object>()!);
        list.Add("null.unbox-struct", () => ((Pair)Nothing<object>()!).First);
        list.Add("null.throw", () => throw Nothing<Exception>()!);
        list.Add("null.exception", () => Nothing<Exception>()!.Message);
    }

    private static void AddHandlers(CaseList list)
    {
        list.Add("null.caught-by-type", () =>
        {
            try { return Nothing<Shape>()!.Side; }
            catch (NullReferenceException e) { return e.GetType().Name; }
        });
        list.Add("null.caught-as-system", () =>
        {
            try { return Nothing<Shape>()!.Side; }
            catch (SystemException) { return "system"; }
        });
        list.Add("null.filter", () =>
        {
            int asked = 0;
            try { return Nothing<Shape>()!.Side; }
            catch (NullReferenceException) when (++asked > 1) { return "no"; }
            catch (NullReferenceException) when (++asked == 2) { return asked; }
        });
        list.Add("null.in-filter", () =>
        {
            try { throw new FormatException("first"); }
            catch (FormatException) when (Nothing<Shape>()!.Side > 0) { return "no"; }
            catch (FormatException e) { return e.Message; }
        });
        list.Add("null.in-finally", () =>
        {
            try
            {
                try { throw new FormatException("first"); }
                finally { Nothing<Shape>()!.Side = 1; }
            }
            catch (Exception e) { return e.GetType().Name; }
        });
        list.Add("null.in-catch", () =>
        {
            try
            {
                try { return Nothing<Shape>()!.Side; }
                catch (NullReferenceException) { return Nothing<string>()!.Length; }
            }
            catch (NullReferenceException) { return "second"; }
        });
    }

    private static void AddBlocks(CaseList list)
    {
        list.Add("null.finally-runs", () =>
        {
            List<string> steps = new();
            try
            {
                try { steps.Add("try"); Nothing<Shape>()!.Plain(); steps.Add("no"); }
                finally { steps.Add("finally"); }
            }
            catch (NullReferenceException) { steps.Add("catch"); }
            return string.Join(' ', steps.ToArray());
        });
        list.Add("null.rethrown", () =>
        {
            try
            {
                try { return Nothing<Shape>()!.Side; }
                catch (NullReferenceException) { throw; }
            }
            catch (Exception e) { return e.GetType().Name; }
        });
        list.Add("null.in-iterator", () =>
        {
            List<int> seen = new();
            try
            {
                foreach (int length in Lengths("a", null, "ccc")) seen.Add(length);
            }
            catch (NullReferenceException) { seen.Add(-1); }
            return string.Join(' ', seen.Select(length => length.ToString()).ToArray());
        });
        list.Add("null.assignment-order", () =>
        {
            List<string> steps = new();
            try { Nothing<Shape>()!.Side = Step(steps, 7); }
            catch (NullReferenceException) { steps.Add("null"); }
            return string.Join(' ', steps.ToArray());
        });
    }

    private static int Step(List<string> steps, int value)
    {
        steps.Add("value");
        return value;
    }

    private static IEnumerable<int> Lengths(params string?[] texts)
    {
        foreach (string? text in texts) yield return text!.Length;
    }
}
