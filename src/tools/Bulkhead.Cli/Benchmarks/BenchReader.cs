// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// Reads the records that the bench partitions print: <c>#bench ID MEDIAN MAX COUNT</c>, and
/// <c>#bench end</c> at the end of each partition that measures.
/// </summary>
/// <param name="partitionCount">How many partitions measure.</param>
public sealed class BenchReader(int partitionCount)
{
    private const string Mark = "#bench ";

    private readonly List<BenchResult> _results = [];
    private readonly HashSet<string> _ended = [];
    private readonly List<string> _damaged = [];

    /// <summary>What was measured, in the order of the anchors.</summary>
    public IReadOnlyList<BenchResult> Results => [.. _results.OrderBy(Rank)];

    /// <summary>Lines that look like records and are none.</summary>
    public IReadOnlyList<string> Damaged => _damaged;

    /// <summary>True once every partition that measures has ended.</summary>
    public bool IsComplete => _ended.Count >= partitionCount;

    /// <summary>Takes a line of the console.</summary>
    /// <param name="line">The line, with or without a tag.</param>
    public void Feed(string line)
    {
        (string tag, string text) = TaggedLine.Parse(line);
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return;
        }

        string[] words = text[Mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["end", ..])
        {
            _ended.Add(tag);
        }
        else if (words is [string id, string median, string maximum, string count]
            && TryNumber(median, out decimal medianValue)
            && TryNumber(maximum, out decimal maximumValue)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int times))
        {
            _results.Add(new BenchResult(
                BenchAnchors.Find(id), medianValue, maximumValue, times));
        }
        else
        {
            _damaged.Add(text);
        }
    }

    private static bool TryNumber(string text, out decimal value) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Place of a figure among the anchors.</summary>
    /// <param name="result">The figure.</param>
    /// <returns>0 for the first.</returns>
    public static int Rank(BenchResult result)
    {
        int index = BenchAnchors.All.ToList().FindIndex(a => a.Id == result.Anchor.Id);
        return index < 0 ? int.MaxValue : index;
    }
}
