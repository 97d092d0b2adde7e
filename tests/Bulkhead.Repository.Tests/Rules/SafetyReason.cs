// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>A file that uses <c>unsafe</c> says why it is safe, in a <c>SAFETY:</c> comment. The
/// core libraries are the language's own ground and exempt.</summary>
public sealed class SafetyReason : Rule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file)
    {
        if (!file.IsNamed(".cs") || !file.IsIn("src", "samples")) yield break;
        if (file.IsIn("src/corelib", "src/runtime")) yield break;
        SyntaxToken word = file.Syntax.DescendantTokens()
            .FirstOrDefault(token => token.IsKind(SyntaxKind.UnsafeKeyword));
        if (word != default && !file.Text.Contains("SAFETY:", StringComparison.Ordinal))
        {
            yield return file.At(word, "`unsafe` without a SAFETY: comment");
        }
    }
}
