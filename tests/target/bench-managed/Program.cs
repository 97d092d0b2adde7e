// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Benchmarks;
using Bulkhead.Native;

namespace Bulkhead.BenchManaged;

/// <summary>Measures what ordinary C# costs in a partition with scopes.</summary>
/// <remarks>A sample is the cost of one turn of a loop: what 33 turns take more than one, less the
/// same of a loop that does everything else.</remarks>
public static class Program
{
    private const int TurnCount = 32;
    private const int WarmUpCount = 2;
    private const int SampleCount = 32;

    private static readonly Operation[] s_operations =
    [
        new("managed.virtual", Calls.Virtual, Calls.Empty),
        new("managed.interface", Calls.Interface, Calls.Empty),
        new("managed.interface.two", Calls.InterfaceOfTwoTypes, Calls.Empty),
        new("managed.delegate", Calls.Delegate, Calls.Empty),
        new("managed.static", Calls.Static, Calls.Call),
        new("managed.thread-static", Calls.ThreadStatic, Calls.Call),
        new("managed.new", Objects.New, Objects.KeepNothing),
        new("managed.new.array", Objects.NewArray, Objects.KeepNothing),
        new("managed.box", Objects.Box, Objects.KeepNothing),
        new("managed.cast.class", Objects.CastToClass, Objects.KeepNothing),
        new("managed.cast.interface", Objects.CastToInterface, Objects.KeepNothing),
        new("managed.store", Objects.Store, Objects.KeepNothing),
        new("managed.interpolation", Texts.Interpolate, Objects.KeepNothing),
        new("managed.concat", Texts.Concatenate, Objects.KeepNothing),
        new("managed.list.add", Collections.AddToList, Calls.Empty),
        new("managed.dictionary.int", Collections.FindNumber, Calls.Empty),
        new("managed.dictionary.string", Collections.FindText, Calls.Empty),
        new("managed.throw", Exceptions.ThrowAndCatch, Calls.Empty),
        new("managed.throw.frame", Exceptions.ThrowThroughFrame, Exceptions.ThrowAndCatch),
        new("managed.lock", Calls.Lock, Calls.Empty),
        new("managed.scope", Scopes.EnterAndLeave, Calls.Empty),
        new("managed.period", Scopes.Period, Calls.Empty),
    ];

    private static Series s_series;

    /// <summary>Measures everything once.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        foreach (Operation operation in s_operations) Measure(operation);
        Write("#bench end");
    }

    private static void Measure(Operation operation)
    {
        s_series.Clear();
        for (int turn = -WarmUpCount; turn < SampleCount; turn++)
        {
            using Scope scope = Scope.Enter();
            long all = Turns(operation.Repeat) - Turns(operation.Empty);
            if (turn >= 0) s_series.Add((ulong)Math.Max(0, (all + TurnCount - 1) / TurnCount));
        }
        s_series.Sort();
        using Scope line = Scope.Enter();
        Write($"#bench {operation.Id} {s_series.Median} {s_series.Max} {s_series.Count}");
    }

    // What so many turns take more than none: beginning and end of the loop are in neither.
    private static long Turns(Action<int> repeat)
    {
        long one = Ticks(repeat, 1);
        return Ticks(repeat, TurnCount + 1) - one;
    }

    private static long Ticks(Action<int> repeat, int count)
    {
        ulong start = Clock.Now;
        repeat(count);
        return (long)(Clock.Now - start);
    }

    private static void Write(string text)
    {
        foreach (char c in text) Log.Write([(byte)c]);
        Log.EndLine();
    }
}
