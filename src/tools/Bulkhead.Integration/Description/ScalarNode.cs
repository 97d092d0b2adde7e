// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>A single value.</summary>
/// <param name="Mark">Where it begins.</param>
/// <param name="Text">The text, quotes and folding resolved.</param>
/// <param name="IsQuoted">True when it was quoted: then an empty text is meant.</param>
public sealed record ScalarNode(SourceMark Mark, string Text, bool IsQuoted)
    : DescriptionNode(Mark)
{
    /// <summary>True for a key without a value, and for <c>null</c> and <c>~</c>.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string KindName => IsNull ? "nothing" : "a single value";
}
