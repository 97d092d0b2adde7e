// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Pools;

/// <summary>
/// A link to an item inside one block of state: its distance in bytes from the block's start. Zero
/// is "no item". Because links are relative, a copy of the block is a snapshot of everything in it.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public readonly struct Link<T> : IEquatable<Link<T>> where T : unmanaged
{
    /// <summary>Distance from the start of the block, 0 for none.</summary>
    public readonly uint Offset;

    internal Link(uint offset) { Offset = offset; }

    /// <summary>Whether it points to no item.</summary>
    public bool IsNone => Offset == 0;

    /// <summary>The link to an item of a block.</summary>
    /// <typeparam name="TRoot">The block.</typeparam>
    /// <param name="root">The block.</param>
    /// <param name="item">An item inside it.</param>
    /// <returns>The link.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Link<T> To<TRoot>(ref TRoot root, ref T item)
        where TRoot : unmanaged
    {
        // SAFETY: both are references into the same block (the caller names an item of it); only
        // their distance is kept. An item outside would give a distance beyond the block, which is
        // refused.
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<TRoot, byte>(ref root), ref Unsafe.As<T, byte>(ref item));
        return (nuint)distance < (nuint)Unsafe.SizeOf<TRoot>() ? new Link<T>((uint)distance)
            : default;
    }

    /// <summary>The item. The link must not be none.</summary>
    /// <typeparam name="TRoot">The block.</typeparam>
    /// <param name="root">The block that the link was made in, or a copy of it.</param>
    /// <returns>The item.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T In<TRoot>(ref TRoot root)
        where TRoot : unmanaged
    {
        // SAFETY: links are only made by To and by Run, so the offset lies inside the block and
        // names a T.
        return ref Unsafe.As<byte, T>(
            ref Unsafe.AddByteOffset(ref Unsafe.As<TRoot, byte>(ref root), (nuint)Offset));
    }

    /// <summary>How many items this one is behind another of the same table.</summary>
    /// <param name="first">The other.</param>
    /// <returns>Items.</returns>
    public uint Behind(Link<T> first) => (Offset - first.Offset) / (uint)Unsafe.SizeOf<T>();

    /// <summary>The same place under the item's first field, for items that begin with a common
    /// header.</summary>
    /// <typeparam name="TOther">The type of the first field.</typeparam>
    /// <returns>The link.</returns>
    public Link<TOther> Reinterpret<TOther>() where TOther : unmanaged => new(Offset);

    /// <summary>Forgets the item's type, to be a field.</summary>
    /// <param name="link">The link.</param>
    public static implicit operator StoredLink(Link<T> link) => new(link.Offset);

    /// <inheritdoc/>
    public bool Equals(Link<T> other) => Offset == other.Offset;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Link<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Offset;

    /// <summary>Equality.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Link<T> left, Link<T> right) => left.Offset == right.Offset;

    /// <summary>Inequality.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Link<T> left, Link<T> right) => left.Offset != right.Offset;
}
