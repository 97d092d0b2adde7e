// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>Each page of the documentation has a heading and says something, and each decision is
/// in the index under its own title.</summary>
public partial class DocumentTests
{
    private const string Folder = "docs/decisions/";
    private const int LinesMin = 4;

    [Fact]
    public void EachPageSaysSomething()
    {
        string[] empty = [.. Pages("docs/").Where(page => IsEmpty(page.Text))
            .Select(page => page.Path)];
        Assert.True(empty.Length == 0, string.Join('\n', empty));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("# Title\n")]
    [InlineData("# Title\n\n\nA line.\n")]
    [InlineData("No title.\n\nA line.\n\nAnother.\n\nAnd one.\n\nMore.\n")]
    public void EmptyPageIsFound(string text) => Assert.True(IsEmpty(text));

    [Fact]
    public void IndexHasEachDecisionUnderItsTitle()
    {
        string index = Pages(Folder).Single(page => page.Path == Folder + "README.md").Text;
        Dictionary<string, string> titles = Pages(Folder)
            .Where(page => page.Path != Folder + "README.md")
            .ToDictionary(page => page.Path[Folder.Length..], page => TitleOf(page.Text));
        Assert.Equal([], Differences(index, titles));
    }

    [Theory]
    [InlineData("| 7 | [A title](0007-a.md) |\n", "7. A title", 0)]
    [InlineData("* [A title](0007-a.md)\n", "A title", 0)]
    [InlineData("| 7 | [A title](0007-a.md) |\n", "", 1)]
    [InlineData("| 7 | [A title](0007-a.md) |\n", "8. A title", 1)]
    [InlineData("| 7 | [A title](0007-a.md) |\n", "7. Another", 1)]
    [InlineData("| 7 | [A title](0007-b.md) |\n", "7. A title", 2)]
    public void DifferencesAreFound(string index, string title, int count) => Assert.Equal(
        count, Differences(index, new() { ["0007-a.md"] = title }).Length);

    private static SourceFile[] Pages(string folder) =>
        [.. RepositoryTree.Files.Where(file => file.IsNamed(".md")
            && file.Path.StartsWith(folder, StringComparison.Ordinal))];

    private static bool IsEmpty(string text) => TitleOf(text).Length == 0
        || text.Split('\n').Count(line => line.Trim().Length > 0) < LinesMin;

    private static string TitleOf(string text)
    {
        string first = text.Split('\n')[0];
        return first.StartsWith("# ", StringComparison.Ordinal) ? first[2..].Trim() : "";
    }

    // What is missing on either side, and what has another title there.
    private static string[] Differences(string index, Dictionary<string, string> titles)
    {
        Dictionary<string, string> rows = Row().Matches(index).ToDictionary(
            row => row.Groups[3].Value,
            row => (row.Groups[1].Success ? row.Groups[1].Value + ". " : "")
                + row.Groups[2].Value);
        return [.. rows.Keys.Union(titles.Keys)
            .Where(name => rows.GetValueOrDefault(name) != titles.GetValueOrDefault(name))];
    }

    [GeneratedRegex(@"^(?:\| (\d+) \| |\* )\[([^\]]+)\]\(([^)]+)\)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
