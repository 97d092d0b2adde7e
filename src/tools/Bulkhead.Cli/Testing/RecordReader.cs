// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// Reads the records that on-target suites print, each a line of its own:
/// <c>#test SUITE NAME pass|fail DETAIL</c>, and <c>#test end COUNT</c> at the end of each
/// partition that has tests. The count makes a lost record a failure, and the partitions that must
/// end are known beforehand, so that one which never says anything is a failure too.
/// </summary>
/// <param name="partitions">
/// Partitions that must end; <see cref="Machine"/> for the root program, whose lines have no tag.
/// </param>
public sealed class RecordReader(IReadOnlyList<string> partitions)
{
    /// <summary>Name of what prints lines without a tag.</summary>
    public const string Machine = "machine";

    private const string Mark = "#test ";

    private readonly List<TestOutcome> _outcomes = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly HashSet<string> _waiting = [.. partitions];

    /// <summary>The tests so far.</summary>
    public IReadOnlyList<TestOutcome> Outcomes => _outcomes;

    /// <summary>True when every partition that must end has ended.</summary>
    public bool IsComplete => _waiting.Count == 0;

    /// <summary>Partitions that have not ended yet.</summary>
    public IEnumerable<string> Waiting => _waiting.Order(StringComparer.Ordinal);

    /// <summary>Takes a line of the console.</summary>
    /// <param name="line">The line, with or without a tag.</param>
    public void Feed(string line)
    {
        (string tag, string text) = TaggedLine.Parse(line);
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return;
        }

        // Anybody may print what looks like a record; only those that were asked are listened to.
        string partition = tag.Length == 0 ? Machine : tag;
        if (!partitions.Contains(partition))
        {
            return;
        }

        string[] words = text[Mark.Length..].Split(
            ' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is ["end", string count])
        {
            End(partition, count);
        }
        else if (words is [string suite, string name, "pass" or "fail", ..])
        {
            _counts[partition] = _counts.GetValueOrDefault(partition) + 1;
            _outcomes.Add(new TestOutcome(
                suite, name, words[2] == "pass", words.Length > 3 ? words[3] : ""));
        }
        else
        {
            _outcomes.Add(new TestOutcome(
                "records", partition, false, $"damaged record: {text}"));
        }
    }

    private void End(string partition, string count)
    {
        int seen = _counts.GetValueOrDefault(partition);
        if (count != seen.ToString(CultureInfo.InvariantCulture))
        {
            _outcomes.Add(new TestOutcome(
                "records", partition, false, $"{count} tests ran, {seen} records arrived"));
        }

        if (!_waiting.Remove(partition))
        {
            _outcomes.Add(new TestOutcome(
                "records", partition, false, "ended twice"));
        }
    }
}
