// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bulkhead.Repository.Tests.Rules;

/// <summary>Whatever steps out of memory safety stands in a few files with a name: no
/// <c>unsafe</c>, <c>Unsafe</c>, <c>MemoryMarshal</c> or <c>Marshal</c> anywhere else.</summary>
public sealed class SafeCode : Rule
{
    private static readonly string[] s_checked = ["src", "samples"];

    // What runs on the host only.
    private static readonly string[] s_hosted =
        ["src/tools", "src/simulation", "src/proofs", "src/host"];

    // Whole folders that own type puns, and single files.
    private static readonly string[] s_owners =
    [
        "src/corelib/", "src/runtime/", "src/pools/", "src/asp/simulated/FastEntry.cs",
        "src/asp/arm64/Native.cs", "src/asp/arm64/KernelMemory.cs", "src/asp/arm64/Mmio.cs",
        "src/asp/arm64/BootWindow.cs", "src/image/KernelBlock.cs", "src/image/Start.cs",
        "src/host/native/Native.cs", "src/sdk/Native.cs",
    ];

    private static readonly HashSet<string> s_words =
        ["Unsafe", "MemoryMarshal", "Marshal", "NativeMemory"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(SourceFile file) =>
        !file.IsNamed(".cs") || !file.IsIn(s_checked) || IsOwner(file) ? []
            : file.Syntax.DescendantTokens().Where(token => IsUnsafe(file, token))
                .Select(token => file.At(token, $"`{token.Text}` outside the files that own it"));

    private static bool IsOwner(SourceFile file) => file.IsNamed(".Unsafe.cs")
        || s_owners.Any(owner => file.Path.StartsWith(owner, StringComparison.Ordinal));

    // The host's tools may read bytes as records; they run under a runtime that checks.
    private static bool IsUnsafe(SourceFile file, SyntaxToken token) =>
        token.IsKind(SyntaxKind.UnsafeKeyword)
        || (!file.IsIn(s_hosted) && token.IsKind(SyntaxKind.IdentifierToken)
            && s_words.Contains(token.Text));
}
