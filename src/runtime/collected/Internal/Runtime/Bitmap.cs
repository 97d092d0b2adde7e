// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Internal.Runtime;

/// <summary>A bit for each eight bytes of the heap; bits are named by distances in bytes from its
/// start.</summary>
internal readonly unsafe struct Bitmap(ulong* words)
{
    /// <summary>Bytes of the heap that a word stands for.</summary>
    internal const nuint BytesPerWord = 64 * 8;

    /// <summary>The bits, lowest distance first.</summary>
    internal readonly ulong* Words = words;

    /// <summary>The mask of a distance in its word.</summary>
    internal static ulong Mask(nuint distance) => 1ul << (int)(distance >> 3);

    internal bool Contains(nuint distance) =>
        (Words[distance / BytesPerWord] & Mask(distance)) != 0;

    internal void Add(nuint distance) => Words[distance / BytesPerWord] |= Mask(distance);

    /// <summary>Clears the bits from one distance up to another, of which the second is greater and
    /// not in the range.</summary>
    internal void RemoveRange(nuint distance, nuint end)
    {
        nuint first = distance / BytesPerWord;
        nuint last = (end - 8) / BytesPerWord;
        ulong before = Mask(distance) - 1;
        ulong behind = ~((Mask(end - 8) << 1) - 1);
        if (first == last)
        {
            Words[first] &= before | behind;
            return;
        }
        Words[first] &= before;
        while (++first < last)
            Words[first] = 0;
        Words[last] &= behind;
    }

    /// <summary>The first set bit at a distance or behind it.</summary>
    /// <param name="distance">Where to begin.</param>
    /// <param name="end">Where to end; a multiple of <see cref="BytesPerWord"/> or not.</param>
    /// <returns>Its distance; <paramref name="end"/> when there is none before.</returns>
    internal nuint NextAt(nuint distance, nuint end)
    {
        if (distance >= end)
            return end;
        nuint index = distance / BytesPerWord;
        ulong word = Words[index] & (ulong.MaxValue << (int)(distance >> 3));
        while (word == 0)
        {
            index++;
            if (index * BytesPerWord >= end)
                return end;
            word = Words[index];
        }
        nuint found = Distance(index, BitOperations.TrailingZeroCount(word));
        return found < end ? found : end;
    }

    /// <summary>The last set bit at a distance or before it.</summary>
    /// <param name="distance">Where to begin.</param>
    /// <param name="wordsMax">Words to look at, at least 1.</param>
    /// <param name="found">Its distance.</param>
    /// <returns>False when there is none in so many words.</returns>
    internal bool TryLastAt(nuint distance, nuint wordsMax, out nuint found)
    {
        nuint index = distance / BytesPerWord;
        ulong word = Words[index] & (ulong.MaxValue >> (63 - (int)((distance >> 3) & 63)));
        for (nuint looked = 1; word == 0 && looked < wordsMax && index != 0; looked++)
            word = Words[--index];
        found = word == 0 ? 0 : Distance(index, 63 - BitOperations.LeadingZeroCount(word));
        return word != 0;
    }

    private static nuint Distance(nuint word, int bit) =>
        (word * BytesPerWord) + ((nuint)bit * 8);
}
