// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>A list.</summary>
/// <param name="Mark">Where it begins.</param>
/// <param name="Items">Its items in order.</param>
public sealed record SequenceNode(SourceMark Mark, IReadOnlyList<DescriptionNode> Items)
    : DescriptionNode(Mark)
{
    /// <inheritdoc/>
    public override string KindName => "a list";
}
