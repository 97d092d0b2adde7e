// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Exploration;

/// <summary>Makes a <see cref="StateHash"/> of words: two lanes of different construction, one by
/// folded multiplication, one by rotation and multiplication.</summary>
internal struct StateHasher
{
    private const ulong FoldFactor = 0x9e37_79b9_7f4a_7c15;
    private const ulong MixFactor = 0xd6e8_feb8_6659_fd93;

    private ulong _folded = 0x243f_6a88_85a3_08d3;
    private ulong _mixed = 0x1319_8a2e_0370_7344;

    /// <summary>Starts.</summary>
    public StateHasher()
    {
    }

    /// <summary>The hash of what was added.</summary>
    internal readonly StateHash Result => new(Finish(_folded), Finish(_mixed));

    /// <summary>Adds a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ulong word)
    {
        ulong high = Math.BigMul(_folded ^ word, FoldFactor, out ulong low);
        _folded = high ^ low ^ word;
        _mixed = BitOperations.RotateLeft((_mixed + word) * MixFactor, 29) ^ (_mixed >> 31);
    }

    /// <summary>Adds words.</summary>
    internal void Add(ReadOnlySpan<ulong> words)
    {
        foreach (ulong word in words) Add(word);
    }

    private static ulong Finish(ulong value)
    {
        value = (value ^ (value >> 32)) * MixFactor;
        value = (value ^ (value >> 32)) * FoldFactor;
        return value ^ (value >> 32);
    }
}
