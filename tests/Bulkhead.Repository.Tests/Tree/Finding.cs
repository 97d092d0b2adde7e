// SPDX-License-Identifier: MIT
namespace Bulkhead.Repository.Tests.Tree;

/// <summary>Something in the tree that a rule does not allow.</summary>
/// <param name="Path">File.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Text">What is wrong.</param>
public sealed record Finding(string Path, int Line, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}: {Text}";
}
