// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>System descriptions in the documentation, and those of the tree, are good; files that a
/// reader brings need not exist.</summary>
public partial class ExampleTests
{
    public static IEnumerable<object[]> Examples =>
        from page in RepositoryTree.Files.Where(file => file.IsNamed(".md"))
        from Match block in Block().Matches(page.Text)
        let text = block.Groups[1].Value
        where text.StartsWith("board:", StringComparison.Ordinal)
        select new object[] { page.Path, text };

    public static TheoryData<string> Systems => new(RepositoryTree.Files
        .Where(file => file.IsIn("systems") && file.IsNamed(".yaml")).Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Examples))]
    public void ExampleIsGood(string page, string text) =>
        Assert.True(Errors(text).Length == 0, $"{page}: {string.Join('\n', Errors(text))}");

    [Theory]
    [MemberData(nameof(Systems))]
    public void SystemIsGood(string path)
    {
        DiagnosticBag diagnostics = new();
        SystemReader.ReadFile(RepositoryTree.FullPath(path), RepositoryTree.Root, diagnostics);
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics));
    }

    [Fact]
    public void BadExampleIsFound() => Assert.NotEmpty(Errors("board: toaster\npartitions: {}\n"));

    private static string[] Errors(string text)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.yaml");
        File.WriteAllText(file, text);
        DiagnosticBag diagnostics = new();
        SystemReader.ReadFile(file, RepositoryTree.Root, diagnostics);
        File.Delete(file);
        return [.. diagnostics.Where(found => found.Severity == Severity.Error
            && found.Id != DiagnosticId.MissingFile).Select(found => found.ToString())];
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
