// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Jitter;

/// <summary>
/// Reads what the jitter suite prints: <c>#jitter NAME</c> with its numbers for each attack, and
/// the end of its records. Floods between the lines are passed over.
/// </summary>
public sealed class JitterReader
{
    private const string Mark = "#jitter ";
    private const string End = "#test end ";

    private readonly List<JitterResult> _results = [];
    private readonly List<string> _damaged = [];

    /// <summary>What was measured, in the order in which it came.</summary>
    public IReadOnlyList<JitterResult> Results => _results;

    /// <summary>Lines that look like records and are none.</summary>
    public IReadOnlyList<string> Damaged => _damaged;

    /// <summary>Whether the suite has ended.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes a line of the console.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The result that it holds, or null.</returns>
    public JitterResult? Feed(string line)
    {
        IsComplete |= line.StartsWith(End, StringComparison.Ordinal);
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        JitterResult? result = JitterResult.Parse(line[Mark.Length..].Split(
            ' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (result is null)
        {
            _damaged.Add(line);
        }
        else
        {
            _results.Add(result);
        }

        return result;
    }
}
