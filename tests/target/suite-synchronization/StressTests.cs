// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Allocation, calls through interfaces, exceptions, static constructors and first calls
/// of generics at once, by threads that preempt each other and that run on two processors.
/// </summary>
internal static class StressTests
{
    private const int Rounds = 400;
    private const int Types = 8;

    private static readonly string[] s_names = [Crew.Low, Crew.Middle, Crew.High, Crew.Other];
    private static readonly int[] s_sums = new int[4];
    private static readonly object s_lock = new();
    private static int s_shared;
    private static int s_constructed;

    private interface IShape
    {
        int Area(int factor);
    }

    private sealed class Shape<T>(int size) : IShape
    {
        public int Area(int factor) => Once<T>.Value * size * factor;
    }

    private static class Once<T>
    {
        internal static readonly int Value = Make();

        // Explicit, so that it runs at the first use and not before the main method.
        static Once()
        {
        }

        private static int Make()
        {
            Interlocked.Increment(ref s_constructed);
            Crew.Compute(50);
            return 1;
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        records.Equal("stress"u8, "constructors-before"u8, 0, (ulong)s_constructed);
        Thread[] threads = new Thread[s_names.Length];
        for (int index = 0; index < threads.Length; index++)
        {
            int own = index;
            threads[index] = Crew.Start(s_names[index], () => Work(own));
        }
        bool areEnded = true;
        foreach (Thread thread in threads) areEnded &= thread.Join(6 * Crew.Patience);
        records.That("stress"u8, "all-end"u8, areEnded);
        int expected = Expected();
        for (int index = 0; index < s_sums.Length; index++)
            records.Equal("stress"u8, "sum"u8, (ulong)expected, (ulong)s_sums[index]);
        records.Equal("stress"u8, "shared"u8, (ulong)(s_names.Length * Rounds), (ulong)s_shared);
        records.Equal("stress"u8, "constructors-once"u8, Types, (ulong)s_constructed);
    }

    private static int Expected()
    {
        int sum = 0;
        for (int round = 0; round < Rounds; round++) sum += (round % 7) + (round % 5 == 0 ? 1 : 0)
            + ((round % 3) + 1);
        return sum;
    }

    private static void Work(int own)
    {
        int sum = 0;
        for (int round = 0; round < Rounds; round++)
        {
            using Scope scope = Scope.Enter();
            sum += Area(round) + Thrown(round) + Counted(round);
            lock (s_lock) s_shared++;
            // The others get their turns in the midst of everything.
            if (round % 16 == own) Thread.Sleep(100.Microseconds());
        }
        s_sums[own] = sum;
    }

    private static int Area(int round) => Make(round % Types, 1).Area(round % 7);

    private static IShape Make(int kind, int size) => kind switch
    {
        0 => new Shape<byte>(size),
        1 => new Shape<short>(size),
        2 => new Shape<int>(size),
        3 => new Shape<long>(size),
        4 => new Shape<string>(size),
        5 => new Shape<object>(size),
        6 => new Shape<int[]>(size),
        _ => new Shape<List<int>>(size),
    };

    private static int Thrown(int round)
    {
        try
        {
            return round % 5 == 0 ? throw new FormatException($"round {round}") : 0;
        }
        catch (FormatException error)
        {
            return error.Message == $"round {round}" ? 1 : 1000;
        }
    }

    private static int Counted(int round)
    {
        Dictionary<string, int> counts = new();
        for (int index = 0; index <= round % 3; index++) counts[$"key {index}"] = 1;
        int sum = 0;
        foreach (KeyValuePair<string, int> pair in counts) sum += pair.Value;
        return sum;
    }
}
