// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Bulkhead.ScopeAnalyzer;

/// <summary>Code that runs inside a scope that its method began.</summary>
internal sealed class ScopeRegion
{
    private const string ScopeType = "Bulkhead.Native.Scope";

    private ScopeRegion(IEnumerable<IOperation> operations, int start, int end)
    {
        Operations = [.. operations];
        Span = TextSpan.FromBounds(start, end);
    }

    /// <summary>The statements.</summary>
    internal IReadOnlyList<IOperation> Operations { get; }

    /// <summary>Where variables are declared that end with the scope.</summary>
    internal TextSpan Span { get; }

    /// <summary>Finds the regions of a method.</summary>
    /// <param name="body">Its body, or a part of it.</param>
    internal static IEnumerable<ScopeRegion> Find(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            if (operation is IUsingOperation { Locals.Length: > 0 } block
                && block.Locals.All(IsScope))
            {
                TextSpan span = block.Syntax.Span;
                yield return new ScopeRegion([block.Body], span.Start, span.End);
            }
            if (operation is IUsingDeclarationOperation declaration && IsScope(declaration)
                && declaration.Parent is IBlockOperation around)
            {
                int end = around.Syntax.Span.End;
                yield return new ScopeRegion(
                    around.Operations.SkipWhile(item => item != declaration).Skip(1),
                    declaration.Syntax.Span.Start, end);
            }
        }
    }

    /// <summary>Whether a variable is there after the scope.</summary>
    internal bool IsOutlivedBy(ISymbol variable) => variable is IParameterSymbol
        || variable.DeclaringSyntaxReferences.All(place => !Span.Contains(place.Span));

    /// <summary>Whether a type is that of scopes.</summary>
    internal static bool IsScopeType(ITypeSymbol? type) => type?.ToDisplayString() == ScopeType;

    private static bool IsScope(ILocalSymbol local) => IsScopeType(local.Type);

    private static bool IsScope(IUsingDeclarationOperation declaration) =>
        declaration.DeclarationGroup.Declarations.SelectMany(item => item.Declarators)
            .All(item => IsScope(item.Symbol));
}
