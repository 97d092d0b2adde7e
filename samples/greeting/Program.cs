// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Samples.Greeting;

/// <summary>A first partition in ordinary C#: objects, texts, collections and exceptions, with a
/// scope for each period.</summary>
public static class Program
{
    private const int Periods = 100_000;

    private static readonly List<string> s_guests = ["Ada", "Grace", "Edsger", "", "Barbara"];

    /// <summary>Greets everybody, over and over, in memory that does not grow.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Say($"partition {Partition.Info.Id} greets {s_guests.Count} guests");
        long before = MemoryUse.Used;
        int letters = 0;
        for (int period = 0; period < Periods; period++)
        {
            using Scope scope = Scope.Enter();
            letters = Greet(period);
        }
        Say($"{letters} letters a period, {Periods} periods, "
            + $"{MemoryUse.Used - before} bytes more in use");
        Partition.ReportDone();
    }

    private static int Greet(int period)
    {
        Dictionary<string, int> lengths = new();
        foreach (string guest in s_guests)
        {
            try
            {
                lengths[Greeting(guest, period)] = guest.Length;
            }
            catch (ArgumentException error) when (period == 0)
            {
                Say($"nobody to greet: {error.Message}");
            }
            catch (ArgumentException)
            {
                lengths["nobody"] = 0;
            }
        }
        int letters = 0;
        foreach (KeyValuePair<string, int> pair in lengths) letters += pair.Value;
        return letters;
    }

    private static string Greeting(string guest, int period)
    {
        if (guest.Length == 0) throw new ArgumentException("a guest without a name");
        return $"Hello, {guest}, for the {period}th time";
    }

    // The texts are ASCII: Log.WriteLine(string) would do, and weigh 500 bytes more.
    private static void Say(string text)
    {
        foreach (char c in text) Log.Write([(byte)c]);
        Log.EndLine();
    }
}
