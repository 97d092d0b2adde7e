// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Values that are made late, and values for each thread.</summary>
internal static class LazyCases
{
    private static class Slow
    {
        internal static readonly int Value;

        // Explicit, as those below: it runs at the first use.
        static Slow()
        {
            Thread.Sleep(Crew.Moment);
            Value = 7;
        }
    }

    private static class SlowFailure
    {
        internal static readonly int Value;

        static SlowFailure()
        {
            Thread.Sleep(Crew.Moment);
            Value = int.Parse("slow");
        }
    }

    private static class Circle
    {
        internal static readonly int First;

        static Circle() => First = Second.Value + 1;

        internal static class Second
        {
            internal static readonly int Value;

            static Second() => Value = First + 10;
        }
    }

    private static Exception? Failure(Func<int> use)
    {
        try
        {
            use();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    internal static void Add(CaseList list)
    {
        list.Add("lazy.once", () =>
        {
            int count = 0;
            Lazy<string> lazy = new(() => $"made {++count}");
            return $"{lazy.IsValueCreated} {lazy.Value} {lazy.Value} {lazy.IsValueCreated}";
        });
        list.Add("lazy.text", () =>
        {
            Lazy<int> lazy = new(() => 5);
            string before = lazy.ToString()!;
            _ = lazy.Value;
            return $"{before} {lazy}";
        });
        list.Add("lazy.of-value", () => new Lazy<int>(3).Value);
        list.Add("lazy.keeps-failure", () =>
        {
            int count = 0;
            Lazy<int> lazy = new(() => throw new FormatException($"time {++count}"));
            return $"{Crew.Thrown(() => _ = lazy.Value)} {Crew.Thrown(() => _ = lazy.Value)}";
        });
        list.Add("lazy.publication-tries-again", () =>
        {
            int count = 0;
            Lazy<int> lazy = new(
                () => ++count == 1 ? throw new FormatException("first") : count,
                LazyThreadSafetyMode.PublicationOnly);
            return $"{Crew.Thrown(() => _ = lazy.Value)} {lazy.Value}";
        });
        list.Add("lazy.asks-itself", () =>
        {
            Lazy<int> lazy = null!;
            lazy = new Lazy<int>(() => lazy.Value + 1);
            return Crew.Thrown(() => _ = lazy.Value);
        });
        list.Add("lazy.of-two-threads", () =>
        {
            int count = 0;
            Lazy<int> lazy = new(() =>
            {
                Thread.Sleep(Crew.Moment);
                return ++count;
            });
            int one = 0, other = 0;
            Crew.Both(() => one = lazy.Value, () => other = lazy.Value);
            return $"{one} {other} {count}";
        });
        AddSecond(list);
    }

    private static void AddSecond(CaseList list)
    {
        list.Add("lazy.initializer", () =>
        {
            string? target = null;
            string first = LazyInitializer.EnsureInitialized(ref target, () => "made");
            return first + LazyInitializer.EnsureInitialized(ref target, () => "again");
        });
        list.Add("lazy.initializer-null", () => Crew.Thrown(() =>
        {
            string? target = null;
            LazyInitializer.EnsureInitialized(ref target, () => null!);
        }));
        list.Add("lazy.initializer-locked", () =>
        {
            int target = 0, count = 0;
            bool isMade = false;
            object? gate = null;
            for (int i = 0; i < 2; i++)
                LazyInitializer.EnsureInitialized(
                    ref target, ref isMade, ref gate, () => ++count + 5);
            return $"{target} {count} {isMade} {gate is null}";
        });
        list.Add("constructor.second-thread-waits", () =>
        {
            int one = 0, other = 0;
            Crew.Both(() => one = Slow.Value, () => other = Slow.Value);
            return $"{one} {other}";
        });
        list.Add("constructor.two-threads-see-one-failure", () =>
        {
            Exception? one = null, other = null;
            Crew.Both(
                () => one = Failure(() => SlowFailure.Value),
                () => other = Failure(() => SlowFailure.Value));
            return $"{one?.Message} {one?.InnerException?.Message} {ReferenceEquals(one, other)}";
        });
        list.Add("constructor.circle", () => $"{Circle.First} {Circle.Second.Value}");
        AddLocal(list);
    }

    private static void AddLocal(CaseList list)
    {
        list.Add("local.each-its-own", () =>
        {
            using ThreadLocal<int> local = new(() => 5);
            local.Value++;
            int other = 0;
            Crew.Run(() => other = local.Value);
            return $"{local.Value} {other}";
        });
        list.Add("local.created", () =>
        {
            using ThreadLocal<string> local = new(() => "made");
            bool before = local.IsValueCreated;
            return $"{before} {local.Value} {local.IsValueCreated}";
        });
        list.Add("local.default", () => new ThreadLocal<int>().Value);
        list.Add("local.values", () =>
        {
            using ThreadLocal<int> local = new(() => 3, trackAllValues: true);
            local.Value = 4;
            Crew.Run(() => local.Value = 5);
            int sum = 0;
            foreach (int value in local.Values) sum += value;
            return $"{local.Values.Count} {sum}";
        });
        list.Add("local.values-not-tracked", () =>
            Crew.Thrown(() => _ = new ThreadLocal<int>().Values));
        list.Add("local.disposed", () =>
        {
            ThreadLocal<int> local = new();
            local.Dispose();
            return Crew.Thrown(() => _ = local.Value).StartsWith(
                "ObjectDisposedException: Cannot access", StringComparison.Ordinal);
        });
    }
}
