// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Faults of declared threads are exceptions of theirs, also on another processor and with
/// a lock in hand.</summary>
internal static class FaultTests
{
    private static readonly object s_lock = new();
    private static readonly string[] s_names = [Crew.Low, Crew.High, Crew.Other];

    internal static void Run(ref RecordWriter records)
    {
        foreach (string name in s_names)
        {
            records.That("fault"u8, "null-reference"u8,
                Catch(name, UseNull) is NullReferenceException);
            records.That("fault"u8, "overflow"u8, Catch(name, Overrun) is StackOverflowException);
            records.That("fault"u8, "overflow-with-objects"u8,
                Catch(name, OverrunWithObjects) is StackOverflowException);
        }
        records.That("fault"u8, "lock-after-null"u8, IsGivenOn(Crew.Low, Crew.High, UseNull));
        records.That("fault"u8, "lock-after-overflow"u8, IsGivenOn(Crew.Low, Crew.High, Overrun));
        records.That("fault"u8, "lock-of-the-more-urgent"u8,
            IsGivenOn(Crew.High, Crew.Low, Overrun));
        records.That("fault"u8, "lock-here-after-there"u8,
            IsGivenOn(Crew.Other, Crew.High, Overrun));
        records.That("fault"u8, "lock-there-after-here"u8,
            IsGivenOn(Crew.High, Crew.Other, Overrun));
        records.That("fault"u8, "locks-in-each-frame"u8, IsGivenOn(Crew.Low, Crew.High, Nest));
        records.That("fault"u8, "both-processors-at-once"u8, FailTogether());
    }

    // Twice, as the thread's stack and reserve are used again.
    private static Exception? Catch(string name, Action body)
    {
        Exception? seen = null;
        bool isSecondCaught = false;
        Crew.Start(name, () =>
        {
            try
            {
                body();
            }
            catch (Exception error)
            {
                seen = error;
            }
            try
            {
                body();
            }
            catch (Exception)
            {
                isSecondCaught = true;
            }
        }).Join(Crew.Patience);
        return isSecondCaught ? seen : null;
    }

    // One fails with the lock while another one waits for it.
    private static bool IsGivenOn(string owner, string waiter, Action body)
    {
        bool isCaught = false, isGiven = false;
        Thread one = Crew.Start(owner, () =>
        {
            try
            {
                lock (s_lock)
                {
                    Thread.Sleep(5);
                    body();
                }
            }
            catch (Exception error) when (error is NullReferenceException or StackOverflowException)
            {
                isCaught = true;
            }
        });
        Thread.Sleep(1);
        Thread other = Crew.Start(waiter, () =>
        {
            lock (s_lock) isGiven = true;
        });
        bool areEnded = one.Join(Crew.Patience) & other.Join(Crew.Patience);
        bool isFree = Monitor.TryEnter(s_lock, 0);
        if (isFree) Monitor.Exit(s_lock);
        return areEnded && isCaught && isGiven && isFree;
    }

    private static bool FailTogether()
    {
        int[] counts = new int[2];
        Thread here = Crew.Start(Crew.High, () => FailOften(counts, 0));
        Thread there = Crew.Start(Crew.Other, () => FailOften(counts, 1));
        bool areEnded = here.Join(Crew.Patience) & there.Join(Crew.Patience);
        return areEnded && counts[0] == 50 && counts[1] == 50;
    }

    private static void FailOften(int[] counts, int own)
    {
        for (int round = 0; round < 50; round++)
        {
            using Scope scope = Scope.Enter();
            try
            {
                if (round % 2 == 0) UseNull();
                else OverrunWithObjects();
            }
            catch (Exception error) when (error is NullReferenceException or StackOverflowException)
            {
                counts[own]++;
            }
        }
    }

    internal static void UseNull() => Use(Nothing(1)!.Length);

    internal static void Overrun() => Use(Deeper(0));

    /// <summary>The handler of an overflow overflows, too.</summary>
    internal static void OverrunTwice()
    {
        try
        {
            Overrun();
        }
        catch (StackOverflowException)
        {
            Overrun();
        }
    }

    private static void OverrunWithObjects() => Use(DeeperWithObjects(0));

    private static void Nest() => Use(DeeperWithLock(0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Nothing(int number) => number < 0 ? "something" : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(int value)
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Deeper(int depth) => Deeper(depth + 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DeeperWithObjects(int depth)
    {
        using Scope scope = Scope.Enter();
        Span<byte> block = stackalloc byte[400];
        block[depth % 400] = 1;
        byte[] made = new byte[100];
        return DeeperWithObjects(depth + 1) + made[depth % 100] + block[(depth + 1) % 400];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DeeperWithLock(int depth)
    {
        Span<byte> block = stackalloc byte[400];
        block[depth % 400] = 1;
        lock (s_lock)
        {
            return DeeperWithLock(depth + 1) + block[(depth + 1) % 400];
        }
    }
}
