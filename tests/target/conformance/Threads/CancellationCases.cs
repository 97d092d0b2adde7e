// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>CancellationToken and its source.</summary>
internal static class CancellationCases
{
    internal static void Add(CaseList list)
    {
        list.Add("cancel.none", () =>
            $"{CancellationToken.None.CanBeCanceled} "
                + $"{CancellationToken.None.IsCancellationRequested}");
        list.Add("cancel.flag", () =>
        {
            using CancellationTokenSource source = new();
            CancellationToken token = source.Token;
            bool before = token.IsCancellationRequested;
            source.Cancel();
            return $"{before} {token.IsCancellationRequested} {token.CanBeCanceled}";
        });
        list.Add("cancel.canceled-token", () =>
            $"{new CancellationToken(true).IsCancellationRequested} "
                + $"{new CancellationToken(false).CanBeCanceled}");
        list.Add("cancel.throws", () =>
        {
            using CancellationTokenSource source = new();
            source.Cancel();
            return Crew.Thrown(source.Token.ThrowIfCancellationRequested);
        });
        list.Add("cancel.exception-has-token", () =>
        {
            using CancellationTokenSource source = new();
            source.Cancel();
            try
            {
                source.Token.ThrowIfCancellationRequested();
                return false;
            }
            catch (OperationCanceledException error)
            {
                return error.CancellationToken == source.Token;
            }
        });
        list.Add("cancel.callbacks-newest-first", () =>
        {
            string text = "";
            using CancellationTokenSource source = new();
            source.Token.Register(() => text += "first ");
            source.Token.Register(state => text += state, "second ");
            source.Cancel();
            source.Cancel();
            return text;
        });
        AddSecond(list);
    }

    private static void AddSecond(CaseList list)
    {
        list.Add("cancel.callback-too-late", () =>
        {
            string text = "";
            using CancellationTokenSource source = new();
            source.Cancel();
            source.Token.Register(() => text += "at once");
            return text;
        });
        list.Add("cancel.callback-taken-back", () =>
        {
            string text = "";
            using CancellationTokenSource source = new();
            CancellationTokenRegistration one = source.Token.Register(() => text += "one ");
            source.Token.Register(() => text += "two ");
            one.Dispose();
            bool again = one.Unregister();
            source.Cancel();
            return text + again;
        });
        list.Add("cancel.callback-fails", () =>
        {
            using CancellationTokenSource source = new();
            source.Token.Register(() => throw new FormatException("one"));
            source.Token.Register(() => throw new FormatException("two"));
            return Crew.Thrown(source.Cancel);
        });
        list.Add("cancel.callback-fails-at-once", () =>
        {
            using CancellationTokenSource source = new();
            source.Token.Register(() => throw new FormatException("one"));
            return Crew.Thrown(() => source.Cancel(true));
        });
        list.Add("cancel.linked", () =>
        {
            using CancellationTokenSource one = new(), two = new();
            using CancellationTokenSource both =
                CancellationTokenSource.CreateLinkedTokenSource(one.Token, two.Token);
            bool before = both.IsCancellationRequested;
            two.Cancel();
            return $"{before} {both.IsCancellationRequested} {one.IsCancellationRequested}";
        });
        list.Add("cancel.after", () =>
        {
            using CancellationTokenSource source = new();
            source.CancelAfter(Crew.Moment);
            bool before = source.Token.WaitHandle.WaitOne(0);
            bool isCanceled = source.Token.WaitHandle.WaitOne(Crew.Patience);
            return $"{before} {isCanceled} {source.IsCancellationRequested}";
        });
        AddThird(list);
    }

    private static void AddThird(CaseList list)
    {
        list.Add("cancel.after-in-constructor", () =>
        {
            using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(Crew.Moment));
            return Crew.Thrown(() => new ManualResetEventSlim().Wait(source.Token));
        });
        list.Add("cancel.after-put-off", () =>
        {
            using CancellationTokenSource source = new(Crew.Patience);
            source.CancelAfter(Timeout.Infinite);
            source.CancelAfter(TimeSpan.FromMilliseconds(Crew.Moment));
            return Crew.Thrown(() => new SemaphoreSlim(0).Wait(source.Token));
        });
        list.Add("cancel.after-negative", () =>
            Crew.Thrown(() => new CancellationTokenSource().CancelAfter(-2)));
        list.Add("cancel.reset", () =>
        {
            using CancellationTokenSource source = new();
            bool first = source.TryReset();
            source.Cancel();
            return $"{first} {source.TryReset()}";
        });
        list.Add("cancel.disposed", () =>
        {
            CancellationTokenSource source = new();
            source.Dispose();
            return Crew.Thrown(source.Cancel);
        });
        AddWaits(list);
    }

    private static void AddWaits(CaseList list)
    {
        list.Add("cancel.ends-a-wait", () =>
        {
            using CancellationTokenSource source = new();
            using ManualResetEventSlim never = new();
            string text = "";
            Thread other = Crew.Start(() => text = Crew.Thrown(() => never.Wait(source.Token)));
            Thread.Sleep(Crew.Moment);
            source.Cancel();
            other.Join();
            return text;
        });
        list.Add("cancel.ends-a-semaphore", () =>
        {
            using CancellationTokenSource source = new();
            using SemaphoreSlim never = new(0);
            string text = "";
            Thread other = Crew.Start(() => text = Crew.Thrown(() => never.Wait(source.Token)));
            Thread.Sleep(Crew.Moment);
            source.Cancel();
            other.Join();
            return $"{text} {never.CurrentCount}";
        });
        list.Add("cancel.not-needed", () =>
        {
            using CancellationTokenSource source = new();
            using ManualResetEventSlim go = new();
            bool isSet = false;
            Thread other = Crew.Start(() => isSet = go.Wait(Crew.Patience, source.Token));
            go.Set();
            other.Join();
            return $"{isSet} {source.IsCancellationRequested}";
        });
        list.Add("cancel.countdown", () =>
        {
            using CancellationTokenSource source = new(Crew.Moment);
            using CountdownEvent e = new(1);
            return Crew.Thrown(() => e.Wait(source.Token));
        });
        list.Add("cancel.loop", () =>
        {
            using CancellationTokenSource source = new();
            int rounds = 0;
            Thread other = Crew.Start(() =>
            {
                while (!source.Token.IsCancellationRequested)
                {
                    rounds++;
                    Thread.Sleep(1);
                }
            });
            Thread.Sleep(Crew.Moment);
            source.Cancel();
            return $"{other.Join(Crew.Patience)} {rounds > 0}";
        });
    }
}
