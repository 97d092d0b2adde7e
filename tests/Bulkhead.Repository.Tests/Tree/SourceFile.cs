// SPDX-License-Identifier: MIT
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bulkhead.Repository.Tests.Tree;

/// <summary>A text file of the repository, or a sample that stands for one.</summary>
/// <param name="path">Path from the repository's root, with slashes.</param>
/// <param name="text">Its content.</param>
public sealed class SourceFile(string path, string text)
{
    private readonly Lazy<SyntaxNode> _syntax =
        new(() => CSharpSyntaxTree.ParseText(text).GetRoot());

    /// <summary>Path from the root.</summary>
    public string Path { get; } = path;

    /// <summary>The content.</summary>
    public string Text { get; } = text;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; } = SplitLines(text);

    /// <summary>Its C# syntax tree.</summary>
    public SyntaxNode Syntax => _syntax.Value;

    /// <summary>Whether the name ends in one of the endings.</summary>
    public bool IsNamed(params string[] endings) =>
        endings.Any(ending => Path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether it lies in one of the folders.</summary>
    public bool IsIn(params string[] folders) =>
        folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>A finding at a line.</summary>
    public Finding At(int line, string text) => new(Path, line, text);

    /// <summary>A finding at a piece of syntax.</summary>
    public Finding At(SyntaxNodeOrToken place, string text) =>
        At(place.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1, text);

    private static string[] SplitLines(string text)
    {
        string[] lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
