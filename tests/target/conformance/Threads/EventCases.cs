// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Events, semaphores, countdowns and barriers.</summary>
internal static class EventCases
{
    internal static void Add(CaseList list)
    {
        list.Add("event.manual-stays", () =>
        {
            using ManualResetEvent e = new(false);
            bool before = e.WaitOne(0);
            e.Set();
            return $"{before} {e.WaitOne(0)} {e.WaitOne()} {e.Reset()} {e.WaitOne(0)}";
        });
        list.Add("event.automatic-once", () =>
        {
            using AutoResetEvent e = new(true);
            return $"{e.WaitOne(0)} {e.WaitOne(0)} {e.Set()} {e.WaitOne()}";
        });
        list.Add("event.wakes", () =>
        {
            using AutoResetEvent e = new(false);
            Thread other = Crew.Start(() =>
            {
                Thread.Sleep(Crew.Moment);
                e.Set();
            });
            bool isSet = e.WaitOne(Crew.Patience);
            other.Join();
            return isSet;
        });
        list.Add("event.there-and-back", () =>
        {
            using AutoResetEvent there = new(false), back = new(false);
            int count = 0;
            Thread other = Crew.Start(() =>
            {
                for (int i = 0; i < 10; i++)
                {
                    there.WaitOne();
                    count++;
                    back.Set();
                }
            });
            for (int i = 0; i < 10; i++) WaitHandle.WaitAll(new[] { SetAndGive(there, back) });
            other.Join();
            return count;
        });
        AddSecond(list);
    }

    private static void AddSecond(CaseList list)
    {
        list.Add("event.any", () =>
        {
            using ManualResetEvent one = new(false), two = new(false);
            Thread other = Crew.Start(() =>
            {
                Thread.Sleep(Crew.Moment);
                two.Set();
            });
            int index = WaitHandle.WaitAny(new WaitHandle[] { one, two });
            other.Join();
            int none = WaitHandle.WaitAny(new WaitHandle[] { one }, 0);
            return $"{index} {none == WaitHandle.WaitTimeout}";
        });
        list.Add("event.any-takes-the-first", () =>
        {
            using AutoResetEvent one = new(true), two = new(true);
            WaitHandle[] both = new WaitHandle[] { one, two };
            return $"{WaitHandle.WaitAny(both)} {WaitHandle.WaitAny(both)} "
                + $"{WaitHandle.WaitAny(both, 0)}";
        });
        list.Add("event.all", () =>
        {
            using AutoResetEvent one = new(true), two = new(false);
            WaitHandle[] both = new WaitHandle[] { one, two };
            bool before = WaitHandle.WaitAll(both, Crew.Moment);
            two.Set();
            return $"{before} {WaitHandle.WaitAll(both, 0)} {one.WaitOne(0)}";
        });
        list.Add("event.any-of-none", () => Crew.Thrown(
            () => WaitHandle.WaitAny(Array.Empty<WaitHandle>())));
        list.Add("event.disposed", () =>
        {
            ManualResetEvent e = new(true);
            e.Dispose();
            return Crew.Thrown(() => e.WaitOne());
        });
        list.Add("event.negative", () => Crew.Thrown(() => new ManualResetEvent(true).WaitOne(-2)));
        list.Add("event.mode", () =>
        {
            using EventWaitHandle e = new(true, EventResetMode.AutoReset);
            return $"{e.WaitOne(0)} {e.WaitOne(0)}";
        });
        list.Add("slim.states", () =>
        {
            using ManualResetEventSlim e = new();
            bool before = e.IsSet;
            e.Set();
            e.Wait();
            bool set = e.IsSet;
            e.Reset();
            return $"{before} {set} {e.IsSet} {e.Wait(Crew.Moment)}";
        });
        AddThird(list);
    }

    private static void AddThird(CaseList list)
    {
        list.Add("slim.lets-all-through", () =>
        {
            using ManualResetEventSlim go = new();
            int count = 0;
            ThreadStart wait = () =>
            {
                go.Wait();
                Interlocked.Increment(ref count);
            };
            Thread one = Crew.Start(wait), other = Crew.Start(wait);
            go.Set();
            one.Join();
            other.Join();
            return count;
        });
        list.Add("slim.handle", () =>
        {
            using ManualResetEventSlim e = new(true);
            bool set = e.WaitHandle.WaitOne(0);
            e.Reset();
            return $"{set} {e.WaitHandle.WaitOne(0)}";
        });
        list.Add("slim.disposed", () =>
        {
            ManualResetEventSlim e = new();
            e.Dispose();
            return Crew.Thrown(() => e.Wait());
        });
        AddSemaphore(list);
        AddMeetings(list);
    }

    private static WaitHandle SetAndGive(AutoResetEvent there, AutoResetEvent back)
    {
        there.Set();
        return back;
    }

    private static void AddSemaphore(CaseList list)
    {
        list.Add("semaphore.counts", () =>
        {
            using SemaphoreSlim s = new(2);
            return $"{s.Wait(0)} {s.Wait(0)} {s.Wait(0)} {s.CurrentCount} {s.Release(2)} "
                + $"{s.CurrentCount}";
        });
        list.Add("semaphore.full", () => Crew.Thrown(() => new SemaphoreSlim(1, 1).Release()));
        list.Add("semaphore.release-nothing", () =>
            Crew.Thrown(() => new SemaphoreSlim(1).Release(0)));
        list.Add("semaphore.bad-count", () => Crew.Thrown(() => new SemaphoreSlim(2, 1)));
        list.Add("semaphore.bad-maximum", () => Crew.Thrown(() => new SemaphoreSlim(0, 0)));
        list.Add("semaphore.wakes", () =>
        {
            using SemaphoreSlim s = new(0);
            int count = 0;
            ThreadStart wait = () =>
            {
                s.Wait();
                Interlocked.Increment(ref count);
            };
            Thread one = Crew.Start(wait), other = Crew.Start(wait);
            Thread.Sleep(Crew.Moment);
            s.Release(2);
            one.Join();
            other.Join();
            return $"{count} {s.CurrentCount}";
        });
        list.Add("semaphore.two-at-a-time", () =>
        {
            using SemaphoreSlim s = new(1);
            int inside = 0, most = 0;
            ThreadStart work = () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    s.Wait();
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Interlocked.Decrement(ref inside);
                    s.Release();
                }
            };
            Crew.Both(work, work);
            return $"{most} {s.CurrentCount}";
        });
    }

    private static void AddMeetings(CaseList list)
    {
        list.Add("countdown.ends", () =>
        {
            using CountdownEvent e = new(2);
            Thread one = Crew.Start(() => e.Signal()), other = Crew.Start(() => e.Signal());
            e.Wait();
            one.Join();
            other.Join();
            return $"{e.IsSet} {e.CurrentCount} {e.InitialCount}";
        });
        list.Add("countdown.too-often", () =>
        {
            using CountdownEvent e = new(1);
            return $"{e.Signal()} {Crew.Thrown(() => e.Signal())}";
        });
        list.Add("countdown.adds", () =>
        {
            using CountdownEvent e = new(1);
            e.AddCount(2);
            return $"{e.CurrentCount} {e.Signal(3)} {e.TryAddCount()}";
        });
        list.Add("countdown.times-out", () =>
        {
            using CountdownEvent e = new(1);
            bool first = e.Wait(Crew.Moment);
            e.Reset(0);
            return $"{first} {e.Wait(0)}";
        });
        list.Add("barrier.phases", () =>
        {
            string text = "";
            using Barrier barrier = new(2, b => text += $"{b.CurrentPhaseNumber} ");
            ThreadStart meet = () =>
            {
                for (int i = 0; i < 3; i++) barrier.SignalAndWait();
            };
            Crew.Both(meet, meet);
            return text + barrier.CurrentPhaseNumber;
        });
        list.Add("barrier.failing-action", () =>
        {
            using Barrier barrier = new(1, _ => throw new FormatException("between"));
            return Crew.Thrown(() => barrier.SignalAndWait());
        });
        AddFourth(list);
    }

    private static void AddFourth(CaseList list)
    {
        list.Add("barrier.members", () =>
        {
            using Barrier barrier = new(1);
            barrier.AddParticipant();
            string text = $"{barrier.ParticipantCount} {barrier.ParticipantsRemaining}";
            barrier.RemoveParticipant();
            barrier.SignalAndWait();
            return $"{text} {barrier.CurrentPhaseNumber}";
        });
        list.Add("barrier.times-out", () =>
        {
            using Barrier barrier = new(2);
            return $"{barrier.SignalAndWait(Crew.Moment)} {barrier.ParticipantsRemaining}";
        });
    }
}
