// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Every kernel file with code in it has a test class of its name.</summary>
public sealed class TestClass : Rule
{
    private static readonly Lazy<HashSet<string>> s_tests = new(() => [.. RepositoryTree.Files
        .Where(file => file.IsIn("tests/Bulkhead.Kernel.Tests") && file.IsNamed("Tests.cs"))
        .Select(file => Path.GetFileName(file.Path))]);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsIn("src/kernel", "src/pools") || !file.IsNamed(".cs")) yield break;
        string wanted = Path.GetFileNameWithoutExtension(file.Path) + "Tests.cs";
        bool hasCode = file.Syntax.DescendantNodes().Any(IsCode);
        if (hasCode && !s_tests.Value.Contains(wanted)) yield return file.At(1, $"no {wanted}");
    }

    private static bool IsCode(SyntaxNode node) =>
        node is BlockSyntax { Statements.Count: > 0 } or ArrowExpressionClauseSyntax;
}
