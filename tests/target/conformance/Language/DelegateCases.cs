// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Delegates, closures, events.</summary>
internal static class DelegateCases
{
    private delegate int Operation(int left, int right);

    private sealed class Button
    {
        internal event EventHandler? Pressed;

        internal event Action<int>? Counted;

        internal void Press()
        {
            Pressed?.Invoke(this, EventArgs.Empty);
            Counted?.Invoke(3);
        }
    }

    private class Multiplier(int factor)
    {
        internal int Times(int value) => factor * value;

        internal virtual string Name() => "m" + factor;
    }

    private static int s_calls;

    private static int Plus(int left, int right) => left + right;

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
        AddPart3(list);
        AddPart4(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("delegate.static", () => ((Operation)Plus)(2, 3));
        list.Add("delegate.lambda", () => { Operation o = (l, r) => l * r; return o(4, 5); });
        list.Add("delegate.instance", () =>
        {
            Func<int, int> f = new Multiplier(3).Times;
            return f(7);
        });
        list.Add("delegate.virtual", () =>
        {
            Func<string> f = new Multiplier(3).Name;
            return f();
        });
        list.Add("delegate.interface", () =>
        {
            ICollection<int> numbers = new List<int>();
            Action<int> add = numbers.Add;
            add(1);
            add(2);
            return numbers.Count;
        });
        list.Add("delegate.closure", () =>
        {
            int n = 0;
            Action more = () => n += 5;
            more();
            more();
            return n;
        });
        list.Add("delegate.closure-loop", () =>
        {
            List<Func<int>> all = [];
            for (int i = 0; i < 3; i++)
            {
                int copy = i;
                all.Add(() => copy * copy);
            }
            return all[0]() + all[1]() + all[2]();
        });
        list.Add("delegate.shared-variable", () =>
        {
            List<Action> all = [];
            int sum = 0;
            for (int i = 0; i < 3; i++)
                all.Add(() => sum += i);
            foreach (Action action in all)
                action();
            return sum;
        });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("delegate.multicast", () =>
        {
            string text = "";
            Action all = () => text += "a";
            all += () => text += "b";
            all += () => text += "c";
            all();
            return text;
        });
        list.Add("delegate.multicast-result", () =>
        {
            Func<int> all = () => 1;
            all += () => 2;
            return all();
        });
        list.Add("delegate.remove", () =>
        {
            s_calls = 0;
            Action one = () => s_calls++, two = () => s_calls += 10;
            Action? all = one + two + one;
            all -= one;
            all!();
            return s_calls;
        });
        list.Add("delegate.remove-all", () =>
        {
            Action one = () => { };
            Action? none = one;
            none -= one;
            return none is null;
        });
        list.Add("delegate.invocation-list", () =>
        {
            Action all = () => { };
            all += () => { };
            return all.GetInvocationList().Length;
        });
        list.Add("delegate.equals", () => (Operation)Plus == (Operation)Plus);
        list.Add("delegate.null-invoke", () =>
        {
            Action? none = null;
            none?.Invoke();
            return "fine";
        });
    }

    private static void AddPart3(CaseList list)
    {
        list.Add("delegate.event", () =>
        {
            Button button = new();
            int pressed = 0, counted = 0;
            button.Pressed += (sender, _) => pressed += sender == button ? 1 : 100;
            button.Counted += n => counted += n;
            button.Press();
            button.Press();
            return pressed + "/" + counted;
        });
        list.Add("delegate.event-remove", () =>
        {
            Button button = new();
            int counted = 0;
            Action<int> handler = n => counted += n;
            button.Counted += handler;
            button.Press();
            button.Counted -= handler;
            button.Press();
            return counted;
        });
        list.Add("delegate.generic", () => Apply(5, n => n + 0.5));
        list.Add("delegate.compose", () =>
            Compose<int, int, string>(n => n + 1, n => "<" + n + ">")(4));
        list.Add("delegate.recursion", () =>
        {
            Func<int, int>? factorial = null;
            factorial = n => n <= 1 ? 1 : n * factorial!(n - 1);
            return factorial(10);
        });
        list.Add("delegate.local-function", () =>
        {
            int total = 0;
            void Count(int n)
            {
                if (n == 0)
                    return;
                total += n;
                Count(n - 1);
            }
            Count(10);
            return total;
        });
        list.Add("delegate.comparison", () =>
        {
            int[] numbers = [3, 1, 2];
            Array.Sort(numbers, (l, r) => r - l);
            return string.Join(",", numbers);
        });
    }

    private static void AddPart4(CaseList list)
    {
        list.Add("delegate.target", () =>
            ((Func<int, int>)new Multiplier(3).Times).Target is Multiplier);
        list.Add("delegate.static-lambda", () =>
        {
            Func<int, int> f = static n => n * n;
            return f(9);
        });
        list.Add("delegate.predicate", () => Array.FindAll([1, 2, 3, 4], n => n % 2 == 0).Length);
    }

    private static TResult Apply<T, TResult>(T value, Func<T, TResult> function) => function(value);

    private static Func<TA, TC> Compose<TA, TB, TC>(Func<TA, TB> first, Func<TB, TC> second) =>
        value => second(first(value));
}
