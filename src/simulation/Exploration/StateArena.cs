// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Bulkhead.Simulation.Exploration;

/// <summary>
/// The states of one level that one worker found, each as what differs from the configuration's
/// first state: for each word that differs the distance from the last one and the bytes that differ
/// in it.
/// </summary>
/// <param name="baseWords">The first state.</param>
internal sealed class StateArena(ulong[] baseWords)
{
    private const int ChunkBytes = 1 << 20;
    private const int WordBytesMax = 12;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Number, int Chunk, int Start)> _entries = [];
    private int _end = ChunkBytes;

    /// <summary>States kept.</summary>
    internal int Count => _entries.Count;

    /// <summary>Bytes in use.</summary>
    internal long Bytes => (long)_chunks.Count * ChunkBytes;

    /// <summary>Keeps a state.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="words">Its words, as many as the first state has.</param>
    internal void Add(int number, ReadOnlySpan<ulong> words)
    {
        if (ChunkBytes - _end < (words.Length + 2) * WordBytesMax)
        {
            _chunks.Add(new byte[Math.Max(ChunkBytes, (words.Length + 2) * WordBytesMax)]);
            _end = 0;
        }

        byte[] chunk = _chunks[^1];
        _entries.Add((number, _chunks.Count - 1, _end));
        int last = 0;
        ReadOnlySpan<ulong> origin = baseWords;
        for (int at = 0; ; at++)
        {
            at += words[at..].CommonPrefixLength(origin[at..]);
            if (at == words.Length) break;
            PutWord(chunk, at - last, words[at] ^ origin[at]);
            last = at;
        }

        PutGap(chunk, ushort.MaxValue);
    }

    /// <summary>Gives a state back.</summary>
    /// <param name="index">Which of those kept.</param>
    /// <param name="words">Where to.</param>
    /// <returns>Its number.</returns>
    internal int Get(int index, Span<ulong> words)
    {
        baseWords.CopyTo(words);
        (int number, int chunkIndex, int at) = _entries[index];
        ReadOnlySpan<byte> chunk = _chunks[chunkIndex];
        int word = 0;
        while (true)
        {
            int gap = chunk[at] | (chunk[at + 1] << 8);
            at += sizeof(ushort);
            if (gap == ushort.MaxValue) return number;
            word += gap;
            words[word] ^= GetWord(chunk, ref at);
        }
    }

    private static ulong GetWord(ReadOnlySpan<byte> chunk, ref int at)
    {
        ulong value = 0;
        for (uint mask = chunk[at++]; mask != 0; mask &= mask - 1)
        {
            value |= (ulong)chunk[at++] << (8 * BitOperations.TrailingZeroCount(mask));
        }

        return value;
    }

    private void PutWord(byte[] chunk, int gap, ulong value)
    {
        PutGap(chunk, gap);
        int mask = _end++;
        chunk[mask] = 0;
        for (int index = 0; index < sizeof(ulong); index++)
        {
            byte part = (byte)(value >> (8 * index));
            if (part == 0) continue;
            chunk[mask] |= (byte)(1 << index);
            chunk[_end++] = part;
        }
    }

    private void PutGap(byte[] chunk, int gap)
    {
        chunk[_end++] = (byte)gap;
        chunk[_end++] = (byte)(gap >> 8);
    }
}
