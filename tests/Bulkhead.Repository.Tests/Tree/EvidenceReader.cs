// SPDX-License-Identifier: MIT
using Bulkhead.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bulkhead.Repository.Tests.Tree;

/// <summary>Reads from sources which test verifies what, and which invariants there are.</summary>
public static class EvidenceReader
{
    private const string Folder = "src/simulation/Invariants";

    /// <summary>Finds the attribute <c>[Verifies]</c>.</summary>
    /// <param name="file">A source file.</param>
    /// <returns>Each class or method that has it.</returns>
    public static IEnumerable<Verification> Verifications(SourceFile file) =>
        from attribute in file.Syntax.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Verifies"
        let ids = attribute.ArgumentList!.Arguments.Select(TextOf)
        select new Verification(file.Path, NameOf(attribute.Parent!.Parent!), [.. ids]);

    /// <summary>Finds the invariants of the simulation: those with a checker, and those that its
    /// catalogue says cannot be checked yet.</summary>
    /// <param name="files">Source files.</param>
    /// <returns>The invariants by number.</returns>
    public static IReadOnlyList<CheckedInvariant> Invariants(IEnumerable<SourceFile> files) =>
        [.. files.Where(file => file.IsIn(Folder) && file.IsNamed(".cs"))
            .SelectMany(file => Checkers(file).Concat(Absent(file)))
            .OrderBy(invariant => invariant.Number)];

    private static IEnumerable<CheckedInvariant> Checkers(SourceFile file) =>
        from type in file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
        let number = ValueOf(type, "Number")
        let sentence = ValueOf(type, "Sentence")
        where number is LiteralExpressionSyntax && sentence is not null
        select new CheckedInvariant(
            int.Parse(number.ToString()), TextOf(sentence), file.Path, null);

    private static IEnumerable<CheckedInvariant> Absent(SourceFile file) =>
        from tuple in file.Syntax.DescendantNodes().OfType<TupleExpressionSyntax>()
        where tuple.Arguments.Count == 3 && file.IsNamed("InvariantCatalogue.cs")
        select new CheckedInvariant(
            int.Parse(tuple.Arguments[0].ToString()), TextOf(tuple.Arguments[1]), null,
            TextOf(tuple.Arguments[2]));

    private static ExpressionSyntax? ValueOf(ClassDeclarationSyntax type, string property) =>
        type.Members.OfType<PropertyDeclarationSyntax>()
            .FirstOrDefault(member => member.Identifier.Text == property)
            ?.ExpressionBody?.Expression;

    // The texts of a literal, or of several that are put together.
    private static string TextOf(SyntaxNode node) => string.Concat(
        node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText));

    private static string NameOf(SyntaxNode declaration)
    {
        string type = declaration.AncestorsAndSelf().OfType<ClassDeclarationSyntax>()
            .First().Identifier.Text;
        return declaration is MethodDeclarationSyntax method
            ? $"{type}: {method.Identifier.Text}" : type;
    }
}
