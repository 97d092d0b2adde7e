// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchManaged;

/// <summary>Calls and accesses; each turn adds to a number that stays.</summary>
internal static class Calls
{
    private static readonly Animal[] s_animals = [new Bird(), new Horse()];
    private static readonly INoisy[] s_noisy = [new Bird(), new Horse()];
    private static readonly Func<int, int> s_delegate = seen => seen + 1;
    private static readonly object s_lock = new();

    [ThreadStatic]
    private static int s_threadTotal;

    private static int s_total;

    // Has a constructor that must have run: a list cannot be made at build time.
    private static class Lazy
    {
        private static readonly List<int> s_values = [1, 2, 3];

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static int Read() => s_values.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Call(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += ReadNothing();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadNothing() => 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadThreadStatic() => s_threadTotal++;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Empty(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += turn;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Virtual(int count)
    {
        Animal animal = s_animals[count & 1];
        for (int turn = 0; turn < count; turn++) s_total += animal.Legs(turn);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Interface(int count)
    {
        INoisy noisy = s_noisy[count & 1];
        for (int turn = 0; turn < count; turn++) s_total += noisy.Loudness(turn);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void InterfaceOfTwoTypes(int count)
    {
        INoisy first = s_noisy[count & 1];
        INoisy second = s_noisy[(count + 1) & 1];
        for (int turn = 0; turn < count; turn++)
        {
            s_total += first.Loudness(turn);
            (first, second) = (second, first);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Delegate(int count)
    {
        Func<int, int> function = s_delegate;
        for (int turn = 0; turn < count; turn++) s_total += function(turn);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Static(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += Lazy.Read();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThreadStatic(int count)
    {
        for (int turn = 0; turn < count; turn++) s_total += ReadThreadStatic();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Lock(int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            lock (s_lock) s_total += turn;
        }
    }
}
