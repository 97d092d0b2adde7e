// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Text;

namespace Bulkhead.Conformance.Language;

/// <summary>Iterators, loops, using, ranges, tuples.</summary>
internal static class FlowCases
{
    private sealed class Tracker(StringBuilder log, string name) : IDisposable
    {
        public void Dispose() => log.Append(name).Append(';');
    }

    private sealed class Countdown(int from)
    {
        public Enumerator GetEnumerator() => new(from);

        internal struct Enumerator(int from)
        {
            private int _at = from + 1;

            public readonly int Current => _at;

            public bool MoveNext() => --_at > 0;
        }
    }

    private static IEnumerable<int> Squares(int count)
    {
        for (int i = 0; i < count; i++)
            yield return i * i;
    }

    private static IEnumerable<int> Endless()
    {
        int n = 0;
        while (true)
            yield return n++;
    }

    private static IEnumerable<string> WithFinally(StringBuilder log)
    {
        try
        {
            yield return "a";
            yield return "b";
        }
        finally
        {
            log.Append("finally");
        }
    }

    private static IEnumerable<T> Flatten<T>(IEnumerable<IEnumerable<T>> all)
    {
        foreach (IEnumerable<T> part in all)
        {
            foreach (T item in part)
                yield return item;
        }
    }

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
        AddPart3(list);
        AddPart4(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("iterator.yield", () => string.Join(",", Squares(5)));
        list.Add("iterator.empty", () => string.Join(",", Squares(0)));
        list.Add("iterator.twice", () =>
        {
            IEnumerable<int> s = Squares(3);
            return string.Join("", s) + string.Join("", s);
        });
        list.Add("iterator.break", () =>
        {
            int sum = 0;
            foreach (int n in Endless())
            {
                if (n > 10)
                    break;
                sum += n;
            }
            return sum;
        });
        list.Add("iterator.finally", () =>
        {
            StringBuilder log = new();
            foreach (string part in WithFinally(log))
            {
                log.Append(part);
                if (part == "a")
                    break;
            }
            return log;
        });
        list.Add("iterator.finally-end", () =>
        {
            StringBuilder log = new();
            foreach (string part in WithFinally(log))
                log.Append(part);
            return log;
        });
        list.Add("iterator.nested", () => string.Join("", Flatten<int>([[1, 2], [], [3]])));
        list.Add("iterator.manual", () =>
        {
            using IEnumerator<int> walk = Squares(3).GetEnumerator();
            walk.MoveNext();
            walk.MoveNext();
            return walk.Current;
        });
        list.Add("foreach.pattern", () =>
        {
            int s = 0;
            foreach (int n in new Countdown(4)) s = s * 10 + n;
            return s;
        });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("foreach.string", () =>
        {
            int s = 0;
            foreach (char c in "abc") s += c;
            return s;
        });
        list.Add("foreach.dictionary", () =>
        {
            string text = "";
            foreach ((string key, int value) in new Dictionary<string, int> { ["a"] = 1,
                ["b"] = 2 })
                text += key + value;
            return text;
        });
        list.Add("foreach.interface", () =>
        {
            int s = 0;
            foreach (int n in (IEnumerable<int>)new[] { 1, 2 }) s += n;
            return s;
        });
        list.Add("using.order", () =>
        {
            StringBuilder log = new();
            using (new Tracker(log, "outer"))
            using (new Tracker(log, "inner"))
                log.Append("body;");
            return log;
        });
        list.Add("using.declaration", () =>
        {
            StringBuilder log = new();
            {
                using Tracker first = new(log, "1");
                using Tracker second = new(log, "2");
                log.Append("body;");
            }
            return log;
        });
    }

    private static void AddPart3(CaseList list)
    {
        list.Add("using.exception", () =>
        {
            StringBuilder log = new();
            try
            {
                using Tracker tracker = new(log, "t");
                throw new InvalidOperationException("x");
            }
            catch (InvalidOperationException)
            {
                log.Append("caught");
            }
            return log;
        });
        list.Add("goto", () =>
        {
            int n = 0;
        again:
            n++;
            if (n < 5)
                goto again;
            return n;
        });
        list.Add("loop.do", () => { int n = 10; do n -= 3; while (n > 0); return n; });
        list.Add("loop.continue", () =>
        {
            int s = 0;
            for (int i = 0; i < 10; i++) { if (i % 2 == 0) continue; s += i; }
            return s;
        });
        list.Add("range.array", () => string.Join(",", new[] { 1, 2, 3, 4, 5 }[1..^1]));
        list.Add("range.string", () => "hello"[1..3] + "hello"[^2..] + "hello"[..1]);
        list.Add("range.index", () => new[] { 1, 2, 3 }[^1]);
        list.Add("range.bad", () => "abc"[2..1]);
        list.Add("range.text", () => (1..^2).ToString());
        list.Add("tuple.text", () => (1, "two", 3.5));
        list.Add("tuple.equals", () => (1, "a") == (1, "a"));
        list.Add("tuple.compare", () => (1, 2).CompareTo((1, 3)) < 0);
        list.Add("tuple.swap", () => { int a = 1, b = 2; (a, b) = (b, a); return a + "" + b; });
        list.Add("tuple.names", () =>
        {
            (int Left, string Right) t = (5, "x");
            return t.Left + t.Right;
        });
        list.Add("tuple.seven", () => (1, 2, 3, 4, 5, 6, 7));
    }

    private static void AddPart4(CaseList list)
    {
        list.Add("collection.spread", () =>
        {
            int[] a = [1, 2];
            int[] b = [0, .. a, 3];
            return string.Join("", b);
        });
        list.Add("collection.list", () => { List<string> l = ["x", "y"]; return l.Count + l[1]; });
    }
}
