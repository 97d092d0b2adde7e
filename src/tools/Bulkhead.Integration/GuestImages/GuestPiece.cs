// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>Bytes at an address of a guest, and cleared memory behind them.</summary>
/// <param name="Address">Guest-physical address.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="MemorySize">Bytes that the piece takes in memory, at least those it brings.</param>
public sealed record GuestPiece(ulong Address, ReadOnlyMemory<byte> Bytes, ulong MemorySize)
{
    /// <summary>The addresses that the piece takes.</summary>
    public MemoryRange Range => new(Address, MemorySize);
}
