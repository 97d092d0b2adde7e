// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Description;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
public static class Spelling
{
    /// <summary>The closest candidate, when it is close enough to be a likely slip.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What would have been right.</param>
    /// <returns>A candidate, or null when none is within a third of the word's length.</returns>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        (string? best, int bestDistance) = (null, int.MaxValue);
        foreach (string candidate in candidates)
        {
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return bestDistance <= Math.Max(1, word.Length / 3) ? best : null;
    }

    /// <summary>
    /// How many single-letter insertions, deletions, replacements and swaps of neighbours turn one
    /// word into the other (optimal string alignment).
    /// </summary>
    /// <param name="left">A word.</param>
    /// <param name="right">Another word.</param>
    /// <returns>The distance, 0 for equal words.</returns>
    public static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                cost[i, j] = Cell(left, right, cost, i, j);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static int Cell(string left, string right, int[,] cost, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        int replace = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        int best = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}
