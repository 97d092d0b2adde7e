// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Pools;

/// <summary>A run of adjacent items inside a block, addressed by an index that is checked at each
/// use.</summary>
/// <typeparam name="T">The item.</typeparam>
public readonly struct Run<T> where T : unmanaged
{
    private readonly uint _offset;
    private readonly uint _count;

    internal Run(uint offset, uint count) { _offset = offset; _count = count; }

    /// <summary>Number of items.</summary>
    public uint Count => _count;

    /// <summary>The run over a span of items inside a block.</summary>
    /// <typeparam name="TRoot">The block.</typeparam>
    /// <param name="root">The block.</param>
    /// <param name="items">Items inside it, at least one.</param>
    /// <returns>The run; empty when the items are not inside.</returns>
    public static Run<T> Over<TRoot>(ref TRoot root, System.Span<T> items)
        where TRoot : unmanaged
    {
        Link<T> first = Link<T>.To(ref root, ref items[0]);
        Link<T> last = Link<T>.To(ref root, ref items[items.Length - 1]);
        return first.IsNone || last.IsNone ? default : new Run<T>(first.Offset, (uint)items.Length);
    }

    /// <summary>The link to item <paramref name="index"/>, none when the index is out of
    /// range.</summary>
    /// <param name="index">Any value; items are at 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The link.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Link<T> At(ulong index) =>
        index < _count ? new Link<T>(_offset + ((uint)index * (uint)Unsafe.SizeOf<T>())) : default;

    /// <summary>The index of an item, all ones when it is not in the run.</summary>
    /// <param name="link">The item.</param>
    /// <returns>The index.</returns>
    public uint IndexOf(Link<T> link)
    {
        uint index = (link.Offset - _offset) / (uint)Unsafe.SizeOf<T>();
        return index < _count ? index : uint.MaxValue;
    }
}
