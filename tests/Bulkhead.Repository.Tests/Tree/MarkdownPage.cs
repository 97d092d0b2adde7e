// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Repository.Tests.Tree;

/// <summary>A page of Markdown: its headings and its links.</summary>
/// <param name="file">The file.</param>
public sealed partial class MarkdownPage(SourceFile file)
{
    /// <summary>Anchors of its headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors { get; } =
        Prose(file).Where(line => line.Text.StartsWith('#'))
            .Select(line => ToAnchor(line.Text.TrimStart('#'))).ToHashSet();

    /// <summary>Targets of its links, with their lines.</summary>
    public IEnumerable<(int Line, string Target)> Links =>
        from line in Prose(file)
        from Match link in Link().Matches(CodeSpan().Replace(line.Text, ""))
        select (line.Number, link.Groups[1].Value);

    /// <summary>Finds links that lead nowhere.</summary>
    /// <param name="page">Reads the page at a path from the root; null when there is none.</param>
    /// <param name="exists">Whether there is a file or folder at a path from the root.</param>
    /// <returns>The dead links.</returns>
    public IEnumerable<Finding> DeadLinks(
        Func<string, MarkdownPage?> page, Func<string, bool> exists)
    {
        foreach ((int line, string target) in Links.Where(link => !link.Target.Contains(':')))
        {
            string[] parts = target.Split('#', 2);
            string path = parts[0].Length == 0 ? file.Path : Resolve(parts[0]);
            bool isDead = !exists(path)
                || (parts.Length == 2 && page(path) is MarkdownPage other
                    && !other.Anchors.Contains(parts[1]));
            if (isDead) yield return file.At(line, $"the link to `{target}` leads nowhere");
        }
    }

    private string Resolve(string target) => Path.GetFullPath(
        Path.Combine("/", Path.GetDirectoryName(file.Path)!, target))[1..];

    // Lines outside fenced code.
    private static IEnumerable<(int Number, string Text)> Prose(SourceFile file)
    {
        bool isCode = false;
        foreach ((int index, string line) in file.Lines.Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode) yield return (index + 1, line);
        }
    }

    private static string ToAnchor(string heading) =>
        Dropped().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`(?!\\])")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();
}
