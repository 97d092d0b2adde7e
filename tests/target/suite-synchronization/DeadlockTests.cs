// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Threads that wait for each other are told so.</summary>
internal static class DeadlockTests
{
    private static readonly object s_first = new();
    private static readonly object s_second = new();
    private static string? s_message;

    internal static void Run(ref RecordWriter records)
    {
        records.That("deadlock"u8, "one-processor"u8, Meet(Crew.Low, Crew.High));
        records.That("deadlock"u8, "says-who"u8, Names(Crew.Low, Crew.High));
        records.That("deadlock"u8, "two-processors"u8, Meet(Crew.High, Crew.Other));
        records.That("deadlock"u8, "says-who-there"u8, Names(Crew.High, Crew.Other));
        records.That("deadlock"u8, "locks-are-free"u8,
            Monitor.TryEnter(s_first, 100) && Monitor.TryEnter(s_second, 100));
        Monitor.Exit(s_first);
        Monitor.Exit(s_second);
    }

    private static bool Names(string one, string other) => s_message is { } text
        && text.Contains("'" + one + "'") && text.Contains("'" + other + "'");

    private static bool Meet(string one, string other)
    {
        s_message = null;
        Thread first = Crew.Start(one, () => Take(s_first, s_second));
        Thread second = Crew.Start(other, () => Take(s_second, s_first));
        bool areEnded = first.Join(Crew.Patience) & second.Join(Crew.Patience);
        return areEnded && s_message is not null;
    }

    private static void Take(object outer, object inner)
    {
        try
        {
            lock (outer)
            {
                Thread.Sleep(5);
                lock (inner)
                {
                }
            }
        }
        catch (InvalidOperationException error)
        {
            s_message = error.Message;
        }
    }
}
