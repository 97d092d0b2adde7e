// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Language;

/// <summary>Classes, virtual and interface calls, records, statics.</summary>
internal static class ObjectCases
{
    private abstract class Shape
    {
        public abstract double Area { get; }

        public virtual string Name => "shape";

        public override string ToString() => Name + ":" + Area;
    }

    private class Square(double side) : Shape
    {
        public override double Area => side * side;

        public override string Name => "square";
    }

    private sealed class BigSquare(double side) : Square(side)
    {
        public override string Name => "big " + base.Name;

        public new int GetHashCode() => 7;
    }

    private interface IGreeter
    {
        string Greet(string who);

        string Twice(string who) => Greet(who) + Greet(who);

        static abstract int Count { get; }
    }

    private sealed class Loud : IGreeter
    {
        public string Greet(string who) => who + "!";

        public static int Count => 2;
    }

    private sealed class Quiet : IGreeter
    {
        string IGreeter.Greet(string who) => who + ".";

        string IGreeter.Twice(string who) => "only once: " + ((IGreeter)this).Greet(who);

        public static int Count => 1;
    }

    private record Point(int X, int Y)
    {
        public int Sum => X + Y;
    }

    private sealed record Point3(int X, int Y, int Z) : Point(X, Y);

    private record struct Pair(string Left, int Right);

    private static class Lazy
    {
        internal static readonly int[] Squares = Make();
        internal static readonly string Text = "n" + Squares.Length;

        private static int[] Make()
        {
            int[] made = new int[5];
            for (int i = 0; i < made.Length; i++)
                made[i] = i * i;
            return made;
        }
    }

    private sealed class Counter
    {
        private static int s_made;

        internal Counter() => Number = ++s_made;

        internal int Number { get; }

        internal int this[int add] => Number + add;

        public static Counter operator ++(Counter value) => new();

        public static int operator +(Counter left, int right) => left.Number + right;

        public static implicit operator int(Counter value) => value.Number;

        public static explicit operator string(Counter value) => "c" + value.Number;
    }

    [ThreadStatic]
    private static int t_value;

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("object.virtual", () => new Square(3).ToString());
        list.Add("object.override", () => new BigSquare(2).ToString());
        list.Add("object.abstract", () => ((Shape)new BigSquare(2)).Area);
        list.Add("object.hiding", () => new BigSquare(1).GetHashCode());
        list.Add("object.equals", () => new object().Equals(new object()));
        list.Add("object.reference", () => { object o = new(); return ReferenceEquals(o, o); });
        list.Add("object.static-equals", () => Equals(5, 5) + " " + Equals(null, 5));
        list.Add("interface.call", () => ((IGreeter)new Loud()).Greet("you"));
        list.Add("interface.explicit", () => ((IGreeter)new Quiet()).Greet("you"));
        list.Add("interface.default", () => ((IGreeter)new Loud()).Twice("you"));
        list.Add("interface.default-override", () => ((IGreeter)new Quiet()).Twice("you"));
        list.Add("interface.many", Many);
        list.Add("interface.static", () => CountOf<Loud>() + CountOf<Quiet>());
        list.Add("record.text", () => new Point(1, 2).ToString());
        list.Add("record.derived", () => new Point3(1, 2, 3).ToString());
        list.Add("record.equals", () => new Point(1, 2) == new Point(1, 2));
        list.Add("record.differs", () => new Point(1, 2) == new Point3(1, 2, 0));
        list.Add("record.hash", () =>
            new Point(1, 2).GetHashCode() == new Point(1, 2).GetHashCode());
        list.Add("record.with", () => new Point(1, 2) with { Y = 5 });
        list.Add("record.sum", () => (new Point(1, 2) with { Y = 5 }).Sum);
        list.Add("record.deconstruct", () => { var (x, y) = new Point(3, 4); return x * y; });
        list.Add("record.struct", () => new Pair("l", 2).ToString());
        list.Add("record.struct-equals", () => new Pair("l", 2) == new Pair("l", 2));
        list.Add("static.lazy", () => Lazy.Squares[4]);
        list.Add("static.order", () => Lazy.Text);
        list.Add("static.thread", () => { t_value += 3; return t_value; });
        list.Add("operator.increment", () =>
        {
            Counter c = new();
            int n = c.Number;
            c++;
            return c.Number - n;
        });
        list.Add("operator.plus", () => { Counter c = new(); return c + 5 - c.Number; });
        list.Add("operator.implicit", () =>
        {
            Counter c = new();
            int n = c;
            return n == c.Number;
        });
        list.Add("operator.explicit", () => ((string)new Counter())[0]);
        list.Add("object.indexer", () => { Counter c = new(); return c[3] - c.Number; });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("object.array-of-shapes", () =>
        {
            Shape[] shapes = [new Square(1), new BigSquare(2), new Square(3)];
            double sum = 0;
            foreach (Shape shape in shapes)
                sum += shape.Area;
            return sum;
        });
        list.Add("object.lock", () =>
        {
            object gate = new();
            lock (gate)
            {
                lock (gate)
                    return "twice";
            }
        });
        list.Add("object.type-equal", () => new Square(1).GetType() == typeof(Square));
        list.Add("object.initializer", () =>
            new Node { Value = 3, Next = new() { Value = 4 } }.Sum());
        list.Add("object.null-conditional", () => new Node().Next?.Value ?? -1);
    }

    private sealed class Node
    {
        internal int Value { get; init; }

        internal Node? Next { get; init; }

        internal int Sum() => Value + (Next?.Sum() ?? 0);
    }

    private static int CountOf<T>() where T : IGreeter => T.Count;

    private static object Many()
    {
        IGreeter[] all = [new Loud(), new Quiet(), new Loud()];
        string text = "";
        for (int round = 0; round < 3; round++)
        {
            foreach (IGreeter one in all)
                text += one.Greet(round.ToString());
        }
        return text;
    }
}
