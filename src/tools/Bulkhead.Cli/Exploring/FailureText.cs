// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration;

namespace Bulkhead.Cli.Exploring;

/// <summary>A failure as an event list with remarks, which <c>explore --replay</c> and
/// <c>simulate --replay</c> read.</summary>
public static class FailureText
{
    /// <summary>Writes it.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>Lines.</returns>
    public static IEnumerable<string> Lines(ExplorationFailure failure)
    {
        yield return $"# configuration {failure.Configuration}: {failure.Message}";
        for (int index = 0; index < failure.Events.Count; index++)
        {
            if (index == failure.SetupCount) yield return "# the system is set up";
            yield return EventText.Format(failure.Events[index]);
        }
    }
}
