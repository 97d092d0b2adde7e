// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>What became of an event that was to be part of a trace.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, unless it was followed; else empty.</param>
public readonly record struct Fate(FateKind Kind, string Reason)
{
    /// <summary>It is part of the trace.</summary>
    public static Fate Followed => new(FateKind.Followed, "");

    /// <summary>It does nothing in either world.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The fate.</returns>
    public static Fate Nothing(string reason) => new(FateKind.Nothing, reason);

    /// <summary>It is no part of the trace.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The fate.</returns>
    public static Fate LeftOut(string reason) => new(FateKind.LeftOut, reason);
}
