// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>A function has at most 60 lines, from its first attribute to its last brace.</summary>
public sealed class FunctionLength : Rule
{
    private const int LinesMax = 60;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs") ? []
            : file.Syntax.DescendantNodes().Where(IsFunction)
                .Select(node => (Node: node, Count: LinesOf(node)))
                .Where(function => function.Count > LinesMax)
                .Select(function =>
                    file.At(function.Node, $"a function of {function.Count} lines"));

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
