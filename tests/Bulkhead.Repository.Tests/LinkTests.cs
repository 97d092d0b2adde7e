// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>Links between pages lead somewhere.</summary>
public class LinkTests
{
    [Fact]
    public void LinksOfTheDocumentationResolve()
    {
        Finding[] dead = [.. RepositoryTree.Files.Where(file => file.IsNamed(".md"))
            .SelectMany(file => new MarkdownPage(file).DeadLinks(PageAt, Exists))];
        Assert.True(dead.Length == 0, string.Join('\n', dead.AsEnumerable()));
    }

    [Theory]
    [InlineData("[a](none.md)")]
    [InlineData("[a](README.md#no-such-heading)")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("[`code`](docs/none.md)")]
    public void DeadLinkIsFound(string text) =>
        Assert.Single(Page("# Title\n\n" + text).DeadLinks(PageAt, Exists));

    [Theory]
    [InlineData("[a](README.md)")]
    [InlineData("[a](#a-title)")]
    [InlineData("`[a](none.md)`")]
    [InlineData("[a](https:none)")]
    public void GoodLinkIsNotFound(string text) =>
        Assert.Empty(Page("# A title\n\n" + text).DeadLinks(PageAt, Exists));

    private static MarkdownPage Page(string text) => new(new SourceFile("PAGE.md", text));

    private static MarkdownPage? PageAt(string path)
    {
        if (path == "PAGE.md") return Page("# A title\n");
        SourceFile? file = RepositoryTree.Files.FirstOrDefault(file => file.Path == path);
        return file is null || !file.IsNamed(".md") ? null : new MarkdownPage(file);
    }

    private static bool Exists(string path) =>
        path == "PAGE.md" || Path.Exists(RepositoryTree.FullPath(path));
}
