// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Description;

/// <summary>A mapping of the description format: its name and the keys it may have.</summary>
/// <param name="Name">Name in schema and documentation.</param>
/// <param name="Summary">What the mapping describes, a sentence.</param>
/// <param name="Keys">Its keys in the order in which they are documented.</param>
public sealed record DescriptionSection(
    string Name, string Summary, IReadOnlyList<DescriptionKey> Keys)
{
    /// <summary>The key of that name.</summary>
    /// <param name="name">A key of this section.</param>
    /// <returns>The key.</returns>
    /// <exception cref="InvalidOperationException">The section has no such key.</exception>
    public DescriptionKey this[string name] => Keys.First(key => key.Name == name);
}
