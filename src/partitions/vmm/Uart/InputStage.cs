// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>Typed input on its way to the guest's UART: bytes that the console handed over and that
/// the receive FIFO has no room for yet.</summary>
public struct InputStage
{
    /// <summary>Most bytes.</summary>
    public const int BytesMax = 64;

    private Storage _bytes;
    private int _start;
    private int _end;

    [InlineArray(BytesMax)]
    private struct Storage
    {
        private byte _element;
    }

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsEmpty => _start == _end;

    /// <summary>The whole room, for filling an empty stage; <see cref="Filled"/> follows.</summary>
    [UnscopedRef]
    public System.Span<byte> Room => _bytes;

    /// <summary>Takes over what was put into <see cref="Room"/>.</summary>
    /// <param name="count">Bytes; more than fit count as all that fit.</param>
    public void Filled(int count)
    {
        _start = 0;
        _end = (uint)count <= BytesMax ? count : BytesMax;
    }

    /// <summary>Takes the oldest byte; the stage must not be empty.</summary>
    /// <returns>The byte.</returns>
    public byte Take() => _bytes[_start++ & (BytesMax - 1)];
}
