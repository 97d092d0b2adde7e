// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Partitions.Console;

/// <summary>Typed bytes that a terminal client has not read yet. What does not fit is
/// lost.</summary>
public struct InputRing
{
    /// <summary>Capacity in bytes.</summary>
    public const int BytesMax = 1024;

    private ByteRing _ring;
    private uint _head;
    private uint _tail;

    [InlineArray(BytesMax)]
    private struct ByteRing
    {
        private byte _element;
    }

    /// <summary>Bytes that wait.</summary>
    public readonly uint Count => _head - _tail;

    /// <summary>Adds a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there was no room.</returns>
    public bool TryPut(byte value)
    {
        if (Count == BytesMax) return false;
        _ring[(int)(_head++ & (BytesMax - 1))] = value;
        return true;
    }

    /// <summary>Takes a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out byte value)
    {
        value = 0;
        if (Count == 0) return false;
        value = _ring[(int)(_tail++ & (BytesMax - 1))];
        return true;
    }
}
