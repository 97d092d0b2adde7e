// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Bytes of one client that wait in one direction. One side puts in, the other takes out, each on a
/// CPU of its own if need be: neither waits for the other, so a client with a deadline does not
/// depend on what another CPU does. What does not fit is lost and counted.
/// </summary>
/// <remarks>A client that puts in from two CPUs at once garbles its own bytes and nothing
/// else.</remarks>
public struct ClientRing
{
    /// <summary>Capacity in bytes.</summary>
    public const int BytesMax = 1024;

    private ByteRing _ring;

    // Counted since the start, modulo 2^32. The head and what was lost are the putting side's, the
    // tail and what was told of the lost are the taking side's.
    private uint _head;
    private uint _tail;
    private uint _lost;
    private uint _told;

    [InlineArray(BytesMax)]
    private struct ByteRing
    {
        private byte _element;
    }

    /// <summary>Bytes that wait, as either side sees it.</summary>
    public uint Count => Volatile.Read(ref _head) - Volatile.Read(ref _tail);

    /// <summary>Adds a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there was no room.</returns>
    public bool TryPut(byte value) => Put(new ReadOnlySpan<byte>(in value)) == 1;

    /// <summary>Adds bytes, all of them visible at once.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="comesAgain">Whether what finds no room comes again and so is not
    /// lost.</param>
    /// <returns>How many there was room for.</returns>
    public int Put(scoped ReadOnlySpan<byte> bytes, bool comesAgain = false)
    {
        uint head = _head;
        // Two that put in at once may leave a count beyond the capacity: then there is no room.
        uint used = Math.Min(head - Volatile.Read(ref _tail), BytesMax);
        int taken = Math.Min(bytes.Length, BytesMax - (int)used);
        for (int index = 0; index < taken; index++)
        {
            _ring[(int)(head++ & (BytesMax - 1))] = bytes[index];
        }
        Volatile.Write(ref _head, head);
        if (!comesAgain) Volatile.Write(ref _lost, _lost + (uint)(bytes.Length - taken));
        return taken;
    }

    /// <summary>Takes a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out byte value)
    {
        value = 0;
        uint tail = _tail;
        if (Volatile.Read(ref _head) == tail) return false;
        value = _ring[(int)(tail & (BytesMax - 1))];
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    /// <summary>Takes the number of bytes that found no room.</summary>
    /// <returns>Bytes since the last call.</returns>
    public uint TakeLost()
    {
        uint lost = Volatile.Read(ref _lost);
        uint since = lost - _told;
        _told = lost;
        return since;
    }
}
