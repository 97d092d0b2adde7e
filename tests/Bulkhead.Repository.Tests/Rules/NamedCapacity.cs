// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>The capacity of a table has a name: no inline array of a bare number.</summary>
public sealed class NamedCapacity : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs") || !file.IsIn("src", "samples") || file.IsIn("src/corelib") ? []
            : file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
                .Where(attribute => attribute.Name.ToString().EndsWith("InlineArray"))
                .Where(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression
                    is LiteralExpressionSyntax)
                .Select(attribute => file.At(attribute, "an inline array of a bare number"));
}
