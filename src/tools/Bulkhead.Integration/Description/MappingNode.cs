// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>Keys with values.</summary>
/// <param name="Mark">Where it begins.</param>
/// <param name="Entries">Its entries in order; a key occurs once.</param>
public sealed record MappingNode(SourceMark Mark, IReadOnlyList<MappingEntry> Entries)
    : DescriptionNode(Mark)
{
    /// <inheritdoc/>
    public override string KindName => "a mapping";

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null when the key is not there.</returns>
    public DescriptionNode? Find(string key) =>
        Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}
