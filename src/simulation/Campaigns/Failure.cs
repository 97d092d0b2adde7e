// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>What was wrong, where, and how to see it again.</summary>
/// <param name="Shape">The system.</param>
/// <param name="Events">All events up to the one after which it was seen.</param>
/// <param name="Kind">Name of the exception.</param>
/// <param name="Message">What it said.</param>
/// <param name="Mode">Whether events must be followed by the liveness phase to see it.</param>
public sealed record Failure(
    SystemShape Shape, IReadOnlyList<SimulationEvent> Events, string Kind, string Message,
    SimulationMode Mode)
{
    /// <summary>Seed that found it.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether the executable specification has to follow to see it.</summary>
    public bool WantsOracle { get; init; }

    /// <summary>Where in the code.</summary>
    public string Trace { get; init; } = "";

    /// <summary>A failure as the exception shows it.</summary>
    internal static Failure Of(
        SystemShape shape, IReadOnlyList<SimulationEvent> events, SimulationMode mode,
        Exception exception)
    {
        InvariantException broken = InvariantChecker.Explain(exception);
        return new Failure(shape, events, broken.GetType().Name, broken.Message, mode)
        {
            Trace = exception.StackTrace ?? "",
        };
    }

    /// <summary>Whether another failure has the same cause, as far as can be told: the same
    /// message but for its numbers.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether it does.</returns>
    public bool IsLike(Failure other) =>
        Kind == other.Kind && WithoutNumbers(Message) == WithoutNumbers(other.Message);

    private static string WithoutNumbers(string text)
    {
        string[] words = text.Split(' ');
        return string.Join(' ', words.Where(word => !word.Any(char.IsDigit)));
    }
}
