// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Partitions.Console;

/// <summary>Bytes on their way to the UART: nobody waits for the wire. A full queue loses bytes and
/// counts them.</summary>
/// <typeparam name="TUart">The UART.</typeparam>
public struct OutputQueue<TUart> : ISink where TUart : struct, IUart
{
    /// <summary>Capacity in bytes.</summary>
    public const int BytesMax = 8192;

    private TUart _uart;
    private ByteRing _ring;
    private uint _head;
    private uint _tail;

    [InlineArray(BytesMax)]
    private struct ByteRing
    {
        private byte _element;
    }

    /// <summary>Gets ready.</summary>
    /// <param name="uart">Where the bytes go.</param>
    public void Initialize(TUart uart)
    {
        _uart = uart;
        _head = 0;
        _tail = 0;
    }

    /// <summary>Bytes that wait.</summary>
    public readonly uint Count => _head - _tail;

    /// <summary>Bytes that have been put in since the start, modulo 2^32.</summary>
    public readonly uint PutCount => _head;

    /// <summary>Bytes that found no room.</summary>
    public uint LostCount { get; private set; }

    /// <inheritdoc/>
    public void Put(byte value)
    {
        if (Count == BytesMax) Drain();
        if (Count == BytesMax)
        {
            LostCount++;
            return;
        }
        _ring[(int)(_head & (BytesMax - 1))] = value;
        _head++;
    }

    /// <summary>Sends as much as the UART takes now.</summary>
    public void Drain()
    {
        while (Count != 0 && _uart.TrySend(_ring[(int)(_tail & (BytesMax - 1))])) _tail++;
    }
}
