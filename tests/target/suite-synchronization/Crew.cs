// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>The declared threads.</summary>
internal static class Crew
{
    /// <summary>Less urgent than the main thread.</summary>
    internal const string Low = "low";

    /// <summary>A little more urgent than that one.</summary>
    internal const string Middle = "middle";

    /// <summary>More urgent than all others.</summary>
    internal const string High = "high";

    /// <summary>On the other processor.</summary>
    internal const string Other = "other";

    /// <summary>Longer than anything takes.</summary>
    internal const int Patience = 20_000;

    /// <summary>Starts a thread.</summary>
    internal static Thread Start(string name, ThreadStart body)
    {
        Thread thread = new(body) { Name = name };
        thread.Start();
        return thread;
    }

    /// <summary>Computes for a time, without asking the kernel.</summary>
    internal static void Compute(int microseconds)
    {
        Instant end = Instant.Now + ((ulong)microseconds * 1000);
        while (Instant.Now < end)
        {
        }
    }
}
