// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>
/// The PL011's receive FIFO (DDI 0183, 2.4.2): 16 entries of a byte and four error flags, or a
/// single one while FIFOs are disabled.
/// </summary>
public struct ReceiveFifo
{
    /// <summary>Most entries: the depth of revisions before r1p5, which the identification
    /// registers report.
    /// </summary>
    public const int EntriesMax = 16;

    private Storage _entries;
    private uint _start;
    private uint _count;

    [InlineArray(EntriesMax)]
    private struct Storage
    {
        private ushort _element;
    }

    /// <summary>Entries in use.</summary>
    public readonly uint Count => _count;

    /// <summary>Adds an entry; the caller has seen that there is room.</summary>
    /// <param name="entry">Bits 7:0 the byte, 11:8 overrun, break, parity and framing
    /// error.</param>
    public void Put(ushort entry)
    {
        _entries[(int)((_start + _count) % EntriesMax)] = entry;
        _count++;
    }

    /// <summary>Takes the oldest entry.</summary>
    /// <returns>The entry, 0 if there is none.</returns>
    public ushort Take()
    {
        if (_count == 0) return 0;
        ushort entry = _entries[(int)(_start % EntriesMax)];
        _start = (_start + 1) % EntriesMax;
        _count--;
        return entry;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _start = 0;
        _count = 0;
    }
}
