// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// Reads the records that on-target suites print, each a line of its own:
/// <c>#test SUITE NAME pass|fail DETAIL</c>, and <c>#test end COUNT</c> at the end of each
/// partition that has tests. The count makes a lost record a failure.
/// </summary>
public sealed class RecordReader
{
    private const string Mark = "#test ";

    private readonly List<TestOutcome> _outcomes = [];
    private readonly Dictionary<string, int> _open = [];

    /// <summary>The tests so far.</summary>
    public IReadOnlyList<TestOutcome> Outcomes => _outcomes;

    /// <summary>True when every partition that printed a record has also printed its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes a line of the console.</summary>
    /// <param name="line">The line, with or without a tag.</param>
    public void Feed(string line)
    {
        (string tag, string text) = TaggedLine.Parse(line);
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return;
        }

        string[] words = text[Mark.Length..].Split(
            ' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is ["end", string count])
        {
            End(tag, count);
        }
        else if (words is [string suite, string name, "pass" or "fail", ..])
        {
            _open[tag] = _open.GetValueOrDefault(tag) + 1;
            _outcomes.Add(new TestOutcome(
                suite, name, words[2] == "pass", words.Length > 3 ? words[3] : ""));
            IsComplete = false;
        }
        else
        {
            _outcomes.Add(new TestOutcome("records", tag, false, $"damaged record: {text}"));
        }
    }

    private void End(string tag, string count)
    {
        int seen = _open.GetValueOrDefault(tag);
        if (count != seen.ToString(CultureInfo.InvariantCulture))
        {
            _outcomes.Add(new TestOutcome(
                "records", tag, false, $"{count} tests ran, {seen} records arrived"));
        }

        _open.Remove(tag);
        IsComplete = _open.Count == 0;
    }
}
