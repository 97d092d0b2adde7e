// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Rules;

namespace Bulkhead.Repository.Tests.Tree;

/// <summary>Places that do not keep a rule yet: <c>exceptions.txt</c>, one a line, as
/// <c>rule path most-findings</c>. The list may only get shorter.</summary>
public static class ExceptionList
{
    private const string Place = "tests/Bulkhead.Repository.Tests/exceptions.txt";

    /// <summary>The exceptions.</summary>
    public static IReadOnlyList<Entry> All { get; } =
        [.. File.ReadAllLines(RepositoryTree.FullPath(Place))
            .Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <summary>An exception.</summary>
    /// <param name="Rule">Name of the rule.</param>
    /// <param name="Prefix">How the paths begin.</param>
    /// <param name="FindingsMax">Most findings there.</param>
    public sealed record Entry(string Rule, string Prefix, int FindingsMax)
    {
        /// <summary>Whether a finding of a rule is excepted.</summary>
        public bool Covers(Rule rule, Finding finding) => rule.Name == Rule
            && finding.Path.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private static Entry Parse(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Entry(parts[0], parts[1], int.Parse(parts[2]));
    }
}
