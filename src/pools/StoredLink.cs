// SPDX-License-Identifier: MIT
namespace Bulkhead.Pools;

/// <summary>
/// A link as a field, without the item's type: the host's runtime cannot load generic structs whose
/// fields lead to each other in a circle, and the objects of a kernel do. The owner of the field
/// gives it its type again in a property.
/// </summary>
public readonly struct StoredLink
{
    private readonly uint _offset;

    internal StoredLink(uint offset) { _offset = offset; }

    /// <summary>The link to an item of the type that was stored.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <returns>The link.</returns>
    public Link<T> As<T>() where T : unmanaged => new(_offset);
}
