// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Mutation;

/// <summary>The page that judges survivors: <c>docs/mutation.md</c>, whose table rows are
/// <c>| `file` | `original` → `replacement` | verdict | reason |</c>.</summary>
/// <param name="text">The page.</param>
public sealed class SurvivorPage(string text)
{
    /// <summary>Where the page lies, from the root of the tree.</summary>
    public const string Place = "docs/mutation.md";

    private const string Bar = "¦";

    private readonly HashSet<(string File, string Text)> _judged =
        [.. text.Split('\n').Select(RowOf).OfType<(string, string)>()];

    /// <summary>Mutants that the page says something about.</summary>
    public int JudgedCount => _judged.Count;

    /// <summary>Whether the page says something about a mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <returns>Whether it does.</returns>
    public bool Judges(Mutant mutant) =>
        _judged.Contains((mutant.File, mutant.Text.Replace("|", Bar)));

    /// <summary>A row for a mutant that still needs a verdict.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <returns>Markdown.</returns>
    public static string RowFor(Mutant mutant) =>
        $"| `{mutant.File}` | {mutant.Text.Replace("|", "\\|")} |  |  |";

    private static (string, string)? RowOf(string line)
    {
        // A bar inside a cell is written as \| in Markdown.
        string[] cells = line.Replace("\\|", Bar).Split(" | ");
        bool isRow = cells.Length >= 4 && cells[0].StartsWith("| `", StringComparison.Ordinal)
            && cells[0].EndsWith(".cs`", StringComparison.Ordinal) && cells[2].Length > 0;
        return isRow ? (cells[0][3..^1], cells[1]) : null;
    }
}
