// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Fields that each thread has for itself, in types with static constructors.</summary>
internal static class ThreadStaticCases
{
    private static class Ledger
    {
        [ThreadStatic]
        internal static int t_count;

        [ThreadStatic]
        internal static List<string>? t_names;

        internal static readonly int s_start;

        static Ledger()
        {
            s_start = int.Parse("41") + 1;
            t_count = 7;
            t_names = ["made"];
        }
    }

    private static class Late
    {
        [ThreadStatic]
        internal static string? t_text;

        internal static readonly int s_runner;

        static Late()
        {
            s_runner = Environment.CurrentManagedThreadId;
            t_text = "constructed";
        }
    }

    private static class Broken
    {
        [ThreadStatic]
        internal static int t_count;

        static Broken() => t_count = int.Parse("x");
    }

    private static class Parted<T>
    {
        [ThreadStatic]
        internal static T? t_value;

        internal static readonly string s_name;

        static Parted()
        {
            s_name = typeof(T).Name;
            t_value = default;
        }
    }

    private static class Initialised
    {
        [ThreadStatic]
        internal static int t_number = int.Parse("12");
    }

    internal static void Add(CaseList list)
    {
        AddTypes(list);
        AddGenerics(list);
    }

    private static void AddTypes(CaseList list)
    {
        list.Add("own.constructed-here", () =>
            Ledger.t_count + " " + Ledger.t_names![0] + " " + Ledger.s_start);
        list.Add("own.constructed-elsewhere", () =>
        {
            string seen = "";
            Crew.Run(() => seen = $"{Ledger.t_count} {Ledger.t_names is null} {Ledger.s_start}");
            return seen;
        });
        list.Add("own.first-use-on-a-thread", () =>
        {
            string seen = "";
            int runner = 0;
            Crew.Run(() =>
            {
                seen = Late.t_text!;
                runner = Environment.CurrentManagedThreadId;
            });
            return $"{seen} {Late.t_text is null} {Late.s_runner == runner}";
        });
        list.Add("own.are-apart", () =>
        {
            Ledger.t_count = 10;
            string seen = "";
            Crew.Both(
                () => { for (int turn = 0; turn < 50; turn++) Ledger.t_count++; },
                () => { for (int turn = 0; turn < 50; turn++) Ledger.t_count--; });
            Crew.Run(() => seen += Ledger.t_count);
            return Ledger.t_count + seen;
        });
        list.Add("own.references", () =>
        {
            Ledger.t_names = ["main"];
            int other = 0;
            Crew.Run(() =>
            {
                Ledger.t_names ??= [];
                for (int index = 0; index < 30; index++) Ledger.t_names.Add("n" + index);
                other = Ledger.t_names.Count;
            });
            return Ledger.t_names.Count + " " + other;
        });
        list.Add("own.failing-constructor", () => Crew.Thrown(() => Broken.t_count++));
        list.Add("own.failing-constructor-on-a-thread", () =>
        {
            string seen = "";
            Crew.Run(() => seen = Crew.Thrown(() => Broken.t_count++));
            return seen;
        });
        list.Add("own.initialiser-runs-once", () =>
        {
            int here = Initialised.t_number, there = -1;
            Crew.Run(() => there = Initialised.t_number);
            return here + " " + there;
        });
    }

    private static void AddGenerics(CaseList list)
    {
        list.Add("own.generic", () =>
        {
            Parted<int>.t_value = 4;
            Parted<long>.t_value = 5;
            return Parted<int>.t_value + Parted<long>.t_value + Parted<int>.s_name;
        });
        list.Add("own.generic-shared", () =>
        {
            Keep("text");
            Keep<object>(3);
            return Parted<string>.t_value + " " + Parted<object>.t_value;
        });
        list.Add("own.generic-on-a-thread", () =>
        {
            Keep("here");
            string seen = "";
            Crew.Run(() =>
            {
                seen = Kept<string>() ?? "nothing";
                Keep("there");
                seen += " " + Kept<string>();
            });
            return seen + " " + Kept<string>();
        });
        list.Add("own.by-reference", () =>
        {
            ref int count = ref Ledger.t_count;
            count = 3;
            Crew.Run(() => Ledger.t_count = 8);
            Interlocked.Increment(ref count);
            return Ledger.t_count;
        });
    }

    private static void Keep<T>(T value) => Parted<T>.t_value = value;

    private static T? Kept<T>() => Parted<T>.t_value;
}
