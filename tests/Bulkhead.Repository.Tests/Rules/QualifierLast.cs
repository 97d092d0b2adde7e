// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Limits and counts carry their qualifier last: <c>PortalsMax</c>, <c>WindowCount</c>.
/// </summary>
public sealed partial class QualifierLast : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs") || !file.IsIn("src", "samples")
            || file.IsIn("src/corelib", "src/runtime", "src/host/threading") ? []
            : file.Syntax.DescendantNodes().Select(NameOf)
                .Where(name => Prefix().IsMatch(name.ValueText))
                .Select(name => file.At(name, $"`{name.ValueText}`: Max and Count go last"));

    private static SyntaxToken NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EnumMemberDeclarationSyntax member => member.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        _ => default,
    };

    [GeneratedRegex("^(_|s_)?(Max|max|Num|num|NumberOf|numberOf)[A-Z]")]
    private static partial Regex Prefix();
}
