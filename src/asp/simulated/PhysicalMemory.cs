// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Abi;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// Host-physical memory as 64-bit words: the kernel's state at its address, everything else in
/// pages that come into being when they are written.
/// </summary>
/// <param name="block">The kernel's state.</param>
/// <param name="stateBase">Its host-physical address.</param>
public sealed class PhysicalMemory(StateBlock block, ulong stateBase)
{
    private readonly Dictionary<ulong, byte[]> _pages = [];

    /// <summary>Reads a word.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <returns>The word; zero where nothing was written.</returns>
    public ulong Read(ulong address) => BinaryPrimitives.ReadUInt64LittleEndian(WordAt(address));

    /// <summary>Writes a word.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <param name="value">The word.</param>
    public void Write(ulong address, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(WordAt(address), value);

    /// <summary>Whether an address lies in the kernel's state.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <returns>Whether it does.</returns>
    public bool IsKernel(ulong address) => address - stateBase < (ulong)StateBlock.Size;

    private Span<byte> WordAt(ulong address)
    {
        if ((address & 7) != 0)
        {
            throw new SimulationException($"misaligned physical access to {address:x}");
        }

        if (IsKernel(address)) return block.Bytes.Slice((int)(address - stateBase), sizeof(ulong));
        ulong page = address / Limits.PageBytes;
        if (!_pages.TryGetValue(page, out byte[]? bytes))
        {
            bytes = new byte[Limits.PageBytes];
            _pages[page] = bytes;
        }

        return bytes.AsSpan((int)(address % Limits.PageBytes), sizeof(ulong));
    }
}
