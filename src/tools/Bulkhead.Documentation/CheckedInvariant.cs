// SPDX-License-Identifier: MIT
namespace Bulkhead.Documentation;

/// <summary>An invariant, and where it is checked.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Sentence">What holds.</param>
/// <param name="Path">The checker's file, from the root; null when nothing checks it.</param>
/// <param name="Reason">Why nothing does; null when something does.</param>
public sealed record CheckedInvariant(int Number, string Sentence, string? Path, string? Reason)
{
    /// <summary>Its name.</summary>
    public string Id => $"I{Number}";
}
