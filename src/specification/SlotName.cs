// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>A slot of a capability space.</summary>
/// <param name="Domain">The protection domain whose space it is; none: no slot.</param>
/// <param name="Selector">1 to 255.</param>
public readonly record struct SlotName(ObjectId Domain, uint Selector)
{
    /// <summary>No slot: what the first capability of an object that came from nowhere was derived
    /// from.</summary>
    public static SlotName None => default;

    /// <summary>Whether it names no slot.</summary>
    public bool IsNone => Domain.IsNone;

    /// <inheritdoc/>
    public override string ToString() => IsNone ? "none" : $"{Domain}[{Selector}]";
}
