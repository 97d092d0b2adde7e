// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Threads themselves.</summary>
internal static class ThreadCases
{
    [ThreadStatic]
    private static int t_own;

    private static int s_shared;

    internal static void Add(CaseList list)
    {
        list.Add("thread.runs", () =>
        {
            int seen = 0;
            Crew.Run(() => seen = 42);
            return seen;
        });
        list.Add("thread.argument", () =>
        {
            object? seen = null;
            Thread thread = new(value => seen = value);
            thread.Start("argument");
            thread.Join();
            return seen;
        });
        list.Add("thread.without-argument", () =>
        {
            string seen = "";
            Thread thread = new(value => seen = value is null ? "null" : "something");
            thread.Start();
            thread.Join();
            return seen;
        });
        list.Add("thread.argument-not-taken", () => Crew.Thrown(() =>
            new Thread(() => { }).Start(1)));
        list.Add("thread.name", () =>
        {
            string? seen = null;
            Thread thread = new(() => seen = Thread.CurrentThread.Name) { Name = "one" };
            thread.Start();
            thread.Join();
            return seen;
        });
        list.Add("thread.no-name", () => new Thread(() => { }).Name);
        list.Add("thread.null-start", () => Crew.Thrown(() => new Thread((ThreadStart)null!)));
        list.Add("thread.current-is-itself", () =>
        {
            Thread? seen = null;
            Thread thread = Crew.Start(() => seen = Thread.CurrentThread);
            thread.Join();
            return seen == thread;
        });
        list.Add("thread.ids-differ", () =>
        {
            int other = 0;
            Crew.Run(() => other = Environment.CurrentManagedThreadId);
            return other != Environment.CurrentManagedThreadId
                && Environment.CurrentManagedThreadId == Thread.CurrentThread.ManagedThreadId;
        });
        AddSecond(list);
    }

    private static void AddSecond(CaseList list)
    {
        list.Add("thread.id-of-unstarted", () =>
        {
            Thread thread = new(() => { });
            int before = thread.ManagedThreadId, seen = 0;
            thread = new(() => seen = Thread.CurrentThread.ManagedThreadId);
            thread.Start();
            thread.Join();
            return before != seen && thread.ManagedThreadId == seen;
        });
        list.Add("thread.alive", () =>
        {
            using ManualResetEventSlim go = new();
            Thread thread = new(() => go.Wait());
            string text = $"{thread.IsAlive}";
            thread.Start();
            text += $" {thread.IsAlive}";
            go.Set();
            thread.Join();
            return $"{text} {thread.IsAlive}";
        });
        list.Add("thread.states", () =>
        {
            using ManualResetEventSlim go = new();
            Thread thread = new(() => go.Wait());
            string text = $"{thread.ThreadState}";
            thread.Start();
            while (thread.ThreadState == ThreadState.Running) Thread.Sleep(1);
            text += $" {thread.ThreadState}";
            go.Set();
            thread.Join();
            return $"{text} {thread.ThreadState}";
        });
        list.Add("thread.background", () =>
        {
            Thread thread = new(() => { }) { IsBackground = true };
            return $"{thread.IsBackground} {thread.ThreadState}";
        });
        list.Add("thread.twice", () =>
        {
            Thread thread = Crew.Start(() => { });
            thread.Join();
            return Crew.Thrown(thread.Start);
        });
        list.Add("thread.join-unstarted", () =>
            Crew.Thrown(() => new Thread(() => { }).Join()));
        AddThird(list);
    }

    private static void AddThird(CaseList list)
    {
        list.Add("thread.join-times-out", () =>
        {
            using ManualResetEventSlim go = new();
            Thread thread = Crew.Start(() => go.Wait());
            bool first = thread.Join(Crew.Moment);
            go.Set();
            return $"{first} {thread.Join(Crew.Patience)} {thread.Join(0)}";
        });
        list.Add("thread.join-span", () =>
        {
            Thread thread = Crew.Start(() => { });
            return thread.Join(TimeSpan.FromSeconds(10));
        });
        list.Add("thread.join-negative", () =>
        {
            Thread thread = Crew.Start(() => { });
            thread.Join();
            return Crew.Thrown(() => thread.Join(-2));
        });
        list.Add("thread.sleep-negative", () => Crew.Thrown(() => Thread.Sleep(-2)));
        list.Add("thread.sleep-passes", () =>
        {
            long before = Environment.TickCount64;
            Thread.Sleep(20);
            return Environment.TickCount64 - before >= 19;
        });
        list.Add("thread.statics-are-its-own", () =>
        {
            t_own = 1;
            int other = -1;
            Crew.Run(() =>
            {
                other = t_own;
                t_own = 2;
            });
            return $"{t_own} {other}";
        });
        list.Add("thread.statics-are-new", () =>
        {
            string seen = "";
            for (int run = 0; run < 3; run++) Crew.Run(() => seen += $"{t_own++} ");
            return seen;
        });
        list.Add("thread.catches-its-own", () =>
        {
            string seen = "";
            Crew.Run(() => seen = Crew.Thrown(() => throw new FormatException("inside")));
            return seen;
        });
        AddFourth(list);
    }

    private static void AddFourth(CaseList list)
    {
        list.Add("thread.interlocked", () =>
        {
            s_shared = 0;
            ThreadStart count = () =>
            {
                for (int i = 0; i < 1000; i++) Interlocked.Increment(ref s_shared);
            };
            Crew.Both(count, count);
            return s_shared;
        });
        list.Add("thread.starts-another", () =>
        {
            string seen = "";
            Crew.Run(() =>
            {
                Crew.Run(() => seen += "inner ");
                seen += "outer";
            });
            return seen;
        });
        list.Add("thread.one-after-the-other", () =>
        {
            int count = 0;
            for (int run = 0; run < 20; run++) Crew.Run(() => count++);
            return count;
        });
        list.Add("thread.priority", () => new Thread(() => { }).Priority);
    }
}
