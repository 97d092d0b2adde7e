// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite;

/// <summary>Words that the root shares with a thread, in memory that it mapped.</summary>
/// <param name="address">Where they are.</param>
/// <param name="bytes">How many bytes.</param>
public readonly struct Block(ulong address, ulong bytes)
{
    private readonly MemoryWindow _window = MemoryWindow.OfMapping(
        address, bytes, MemoryAccess.Read | MemoryAccess.Write);

    /// <summary>A word.</summary>
    /// <param name="index">Its index.</param>
    /// <returns>Its value.</returns>
    public ulong Get(uint index) =>
        BinaryPrimitives.ReadUInt64LittleEndian(_window.Read(index * 8ul, 8));

    /// <summary>Changes a word.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="value">Its value.</param>
    public void Set(uint index, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(_window.Write(index * 8ul, 8), value);
}
