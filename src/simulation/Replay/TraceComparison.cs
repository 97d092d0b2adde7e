// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Holds what the target did against what the simulation did.</summary>
public static class TraceComparison
{
    private const int DifferencesMax = 8;

    /// <summary>Finds the first outcome that differs.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="expected">Outcomes by event; null when nobody ran after it.</param>
    /// <param name="actual">Outcomes as they were noted, none where nobody ran; may end
    /// early.</param>
    /// <returns>The difference in words; null: none.</returns>
    public static string? Compare(
        ReplayTrace trace, IReadOnlyList<Outcome?> expected, IReadOnlyList<Outcome> actual)
    {
        // The first event is the root's own; its outcome is not noted.
        int noted = 1;
        for (int index = 1; index < expected.Count; index++)
        {
            if (expected[index] is not Outcome outcome) continue;
            string what = $"event {index} ({trace.Steps[index].Event})";
            if (noted >= actual.Count) return $"the target did not come back from {what}";
            string? difference = Compare(what, actual[noted++], outcome, "simulation");
            if (difference is not null) return difference;
        }
        return null;
    }

    /// <summary>Compares two outcomes.</summary>
    /// <param name="what">What led to them, in words.</param>
    /// <param name="actual">What it led to.</param>
    /// <param name="expected">What it should have led to.</param>
    /// <param name="origin">Where that is said.</param>
    /// <returns>The first register that differs, in words; null: none.</returns>
    public static string? Compare(
        string what, in Outcome actual, in Outcome expected, string origin)
    {
        for (int word = 0; word < Outcome.Count; word++)
        {
            if (expected[word] == actual[word]) continue;
            return $"after {what} {Outcome.NameOf(word)} is {actual[word]:x}, "
                + $"{expected[word]:x} in the {origin}";
        }
        return null;
    }

    /// <summary>Finds what differs between two states.</summary>
    /// <param name="expected">The simulation's.</param>
    /// <param name="actual">The target's.</param>
    /// <returns>The first differences in words; null: none.</returns>
    public static string? Compare(CanonicalState expected, CanonicalState actual)
    {
        if (expected.Bytes.SequenceEqual(actual.Bytes)) return null;
        IEnumerable<string> lines = StateDifference
            .Find(expected.Bytes.ToArray(), actual.Bytes.ToArray()).Take(DifferencesMax);
        return string.Join(Environment.NewLine, lines);
    }
}
