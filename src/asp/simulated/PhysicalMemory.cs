// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Abi;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// Host-physical memory as 64-bit words: the kernel's state at its address, everything else in
/// pages that come into being when they are written. Caches lie before it, see
/// <see cref="Caches.CacheModel"/>.
/// </summary>
public sealed class PhysicalMemory
{
    private const int WordCount = (int)(Limits.PageBytes / sizeof(ulong));
    private const int InitialSize = 64;

    private static readonly ulong[] s_zeroPage = new ulong[WordCount];

    private readonly StateBlock _block;
    private readonly ulong _stateBase;

    // An open hash table of page number + 1; pages are never given back, only cleared.
    private ulong[] _keys = new ulong[InitialSize];
    private ulong[]?[] _pages = new ulong[]?[InitialSize];

    /// <summary>Empty memory around the kernel's state.</summary>
    /// <param name="block">The kernel's state.</param>
    /// <param name="stateBase">Its host-physical address.</param>
    public PhysicalMemory(StateBlock block, ulong stateBase)
    {
        _block = block;
        _stateBase = stateBase;
    }

    /// <summary>Pages outside the kernel's state that were ever written.</summary>
    public int PageCount { get; private set; }

    /// <summary>Reads a word.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <returns>The word; zero where nothing was written.</returns>
    /// <exception cref="SimulationException">The address is not aligned.</exception>
    public ulong Read(ulong address)
    {
        CheckAligned(address);
        return IsKernel(address)
            ? BinaryPrimitives.ReadUInt64LittleEndian(KernelWord(address))
            : PageToRead(address)[WordOf(address)];
    }

    /// <summary>Writes a word.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="SimulationException">The address is not aligned.</exception>
    public void Write(ulong address, ulong value)
    {
        CheckAligned(address);
        if (IsKernel(address))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(KernelWord(address), value);
        }
        else PageToWrite(address / Limits.PageBytes)[WordOf(address)] = value;
    }

    /// <summary>Whether an address lies in the kernel's state.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <returns>Whether it does.</returns>
    public bool IsKernel(ulong address) => address - _stateBase < (ulong)StateBlock.Size;

    /// <summary>Forgets everything outside the kernel's state.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        Array.Clear(_pages);
        PageCount = 0;
    }

    internal void CopyTo(List<(ulong Page, ulong[] Words)> pages)
    {
        for (int at = 0; at < _keys.Length; at++)
        {
            if (_keys[at] == 0) continue;
            ReadOnlySpan<ulong> words = _pages[at];
            if (words.ContainsAnyExcept(0ul)) pages.Add((_keys[at] - 1, words.ToArray()));
        }
    }

    internal void CopyFrom(List<(ulong Page, ulong[] Words)> pages)
    {
        foreach (ulong[]? words in _pages) words?.AsSpan().Clear();
        foreach ((ulong page, ulong[] words) in pages) words.CopyTo(PageToWrite(page), 0);
    }

    private static void CheckAligned(ulong address)
    {
        if ((address & 7) != 0)
        {
            throw new SimulationException($"misaligned physical access to {address:x}");
        }
    }

    private static int WordOf(ulong address) =>
        (int)(address % Limits.PageBytes) / sizeof(ulong);

    private static int Slot(ulong page, int mask) =>
        (int)((page * 0x9e37_79b9_7f4a_7c15) >> 40) & mask;

    private Span<byte> KernelWord(ulong address) =>
        _block.Bytes.Slice((int)(address - _stateBase), sizeof(ulong));

    private ulong[] PageToRead(ulong address)
    {
        int at = Find(address / Limits.PageBytes);
        return _keys[at] == 0 ? s_zeroPage : _pages[at]!;
    }

    private ulong[] PageToWrite(ulong page)
    {
        int at = Find(page);
        if (_keys[at] != 0) return _pages[at]!;
        if ((PageCount + 1) * 2 > _keys.Length)
        {
            Grow();
            at = Find(page);
        }
        PageCount++;
        _keys[at] = page + 1;
        return _pages[at] = new ulong[WordCount];
    }

    private int Find(ulong page)
    {
        int mask = _keys.Length - 1;
        int at = Slot(page, mask);
        while (_keys[at] != 0 && _keys[at] != page + 1) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        ulong[] keys = _keys;
        ulong[]?[] pages = _pages;
        _keys = new ulong[keys.Length * 2];
        _pages = new ulong[]?[keys.Length * 2];
        for (int at = 0; at < keys.Length; at++)
        {
            if (keys[at] == 0) continue;
            int slot = Find(keys[at] - 1);
            _keys[slot] = keys[at];
            _pages[slot] = pages[at];
        }
    }
}
