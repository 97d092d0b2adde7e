// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>Draws traces that host and target can both follow.</summary>
public static class TraceGenerator
{
    /// <summary>Events of a trace unless told otherwise.</summary>
    public const int DefaultEvents = 150;

    private const int AttemptsMax = 40;

    /// <summary>Draws a trace: a system of a few domains, threads and portals, then whatever its
    /// threads do.</summary>
    /// <param name="tables">What is booted.</param>
    /// <param name="follower">Where the follower's code is.</param>
    /// <param name="seed">Same seed, same trace.</param>
    /// <param name="events">Most events, below <see cref="ReplayLayout.EventsMax"/>.</param>
    /// <returns>The trace.</returns>
    public static ReplayTrace Generate(
        BootTables tables, FollowerPlace follower, ulong seed, int events = DefaultEvents)
    {
        using TraceBuilder builder = new(tables, follower, seed);
        TraceRandom random = new(seed);
        new TraceOpening(builder, random, hasGuest: true).Build();
        while (builder.Count < events && AddOne(builder, random))
        {
        }
        return builder.ToTrace();
    }

    private static bool AddOne(TraceBuilder builder, TraceRandom random)
    {
        for (int attempt = 0; attempt < AttemptsMax; attempt++)
        {
            SimulationEvent value = new EventDraw(builder.World, random).Next();
            if (builder.TryAdd(in value)) return true;
        }
        return false;
    }
}
