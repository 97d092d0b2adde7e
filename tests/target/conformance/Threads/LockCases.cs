// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Monitor and Lock.</summary>
internal static class LockCases
{
    internal static void Add(CaseList list)
    {
        list.Add("lock.excludes", () =>
        {
            object gate = new();
            int count = 0;
            ThreadStart add = () =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    lock (gate) count++;
                }
            };
            Crew.Both(add, add);
            return count;
        });
        list.Add("lock.is-free-after-exception", () =>
        {
            object gate = new();
            string text = Crew.Thrown(() =>
            {
                lock (gate) throw new InvalidOperationException("inside");
            });
            return $"{text} {Monitor.IsEntered(gate)} {Monitor.TryEnter(gate)}";
        });
        list.Add("lock.again", () =>
        {
            object gate = new();
            lock (gate)
            {
                lock (gate)
                {
                }
                return Monitor.IsEntered(gate);
            }
        });
        list.Add("monitor.exit-not-entered", () =>
            Crew.Thrown(() => Monitor.Exit(new object())));
        list.Add("monitor.exit-of-another", () =>
        {
            object gate = new();
            string text = "";
            lock (gate) Crew.Run(() => text = Crew.Thrown(() => Monitor.Exit(gate)));
            return text;
        });
        list.Add("monitor.null", () => Crew.Thrown(() => Monitor.Enter(null!)));
        list.Add("monitor.taken-twice", () => Crew.Thrown(() =>
        {
            bool isTaken = true;
            Monitor.Enter(new object(), ref isTaken);
        }));
        AddSecond(list);
    }

    private static void AddSecond(CaseList list)
    {
        list.Add("monitor.try-held", () =>
        {
            object gate = new();
            string text = "";
            lock (gate)
            {
                Crew.Run(() => text = $"{Monitor.TryEnter(gate)} "
                    + $"{Monitor.TryEnter(gate, Crew.Moment)} "
                    + $"{Monitor.TryEnter(gate, TimeSpan.FromMilliseconds(Crew.Moment))}");
            }
            return text;
        });
        list.Add("monitor.try-becomes-free", () =>
        {
            object gate = new();
            bool isTaken = false;
            Thread other;
            lock (gate)
            {
                other = Crew.Start(() =>
                {
                    Monitor.TryEnter(gate, Crew.Patience, ref isTaken);
                    Monitor.Exit(gate);
                });
                Thread.Sleep(Crew.Moment);
            }
            other.Join();
            return isTaken;
        });
        list.Add("monitor.try-negative", () =>
            Crew.Thrown(() => Monitor.TryEnter(new object(), -2)));
        AddThird(list);
    }

    private static void AddThird(CaseList list)
    {
        list.Add("monitor.wait-pulse", () =>
        {
            object gate = new();
            List<string> order = new();
            Thread other;
            lock (gate)
            {
                other = Crew.Start(() =>
                {
                    lock (gate)
                    {
                        order.Add("pulse");
                        Monitor.Pulse(gate);
                        order.Add("still inside");
                    }
                });
                Monitor.Wait(gate);
                order.Add("woken");
            }
            other.Join();
            return string.Join(", ", order);
        });
        list.Add("monitor.wait-times-out", () =>
        {
            object gate = new();
            lock (gate)
                return $"{Monitor.Wait(gate, Crew.Moment)} {Monitor.IsEntered(gate)}";
        });
        list.Add("monitor.wait-not-entered", () =>
            Crew.Thrown(() => Monitor.Wait(new object(), 0)));
        list.Add("monitor.pulse-not-entered", () =>
            Crew.Thrown(() => Monitor.Pulse(new object())));
        list.Add("monitor.pulse-nobody", () =>
        {
            object gate = new();
            lock (gate)
            {
                Monitor.Pulse(gate);
                Monitor.PulseAll(gate);
                return Monitor.Wait(gate, Crew.Moment);
            }
        });
        AddFourth(list);
    }

    private static void AddFourth(CaseList list)
    {
        list.Add("monitor.wait-deep", () =>
        {
            object gate = new();
            Thread other;
            lock (gate)
            {
                lock (gate)
                {
                    other = Crew.Start(() =>
                    {
                        lock (gate) Monitor.Pulse(gate);
                    });
                    Monitor.Wait(gate);
                }
                bool isEntered = Monitor.IsEntered(gate);
                Monitor.Exit(gate);
                string text = $"{isEntered} {Monitor.IsEntered(gate)}";
                Monitor.Enter(gate);
                other.Join();
                return text;
            }
        });
        list.Add("monitor.pulse-all", () =>
        {
            object gate = new();
            int ready = 0, woken = 0;
            ThreadStart wait = () =>
            {
                lock (gate)
                {
                    ready++;
                    Monitor.PulseAll(gate);
                    while (ready < 3) Monitor.Wait(gate);
                    woken++;
                }
            };
            Thread one = Crew.Start(wait), other = Crew.Start(wait);
            lock (gate)
            {
                while (ready < 2) Monitor.Wait(gate);
                ready++;
                Monitor.PulseAll(gate);
            }
            one.Join();
            other.Join();
            return woken;
        });
        AddFifth(list);
    }

    private static void AddFifth(CaseList list)
    {
        list.Add("monitor.ping-pong", () =>
        {
            object gate = new();
            int turn = 0;
            List<int> order = new();
            void Play(int own)
            {
                for (int round = 0; round < 3; round++)
                {
                    lock (gate)
                    {
                        while (turn != own) Monitor.Wait(gate);
                        order.Add(own);
                        turn = 1 - own;
                        Monitor.Pulse(gate);
                    }
                }
            }
            Crew.Both(() => Play(0), () => Play(1));
            return string.Join("", order);
        });
        AddLock(list);
    }

    private static void AddLock(CaseList list)
    {
        list.Add("lock-class.excludes", () =>
        {
            Lock gate = new();
            int count = 0;
            ThreadStart add = () =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    lock (gate) count++;
                }
            };
            Crew.Both(add, add);
            return count;
        });
        list.Add("lock-class.held", () =>
        {
            Lock gate = new();
            bool other = true;
            using (gate.EnterScope())
            {
                Crew.Run(() => other = gate.IsHeldByCurrentThread || gate.TryEnter());
                return $"{gate.IsHeldByCurrentThread} {other}";
            }
        });
        list.Add("lock-class.exit-not-entered", () => Crew.Thrown(() => new Lock().Exit()));
        list.Add("lock-class.try-times-out", () =>
        {
            Lock gate = new();
            bool isTaken = true;
            lock (gate) Crew.Run(() => isTaken = gate.TryEnter(Crew.Moment));
            return isTaken;
        });
        list.Add("lock-class.try-negative", () => Crew.Thrown(() => new Lock().TryEnter(-2)));
    }
}
