// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Numerics;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// The 64-bit hash that system images carry: the public xxHash64 algorithm with seed 0. It finds truncation and corruption; it
/// is no signature.
/// </summary>
public static class Hash64
{
    private const ulong Prime1 = 0x9e37_79b1_85eb_ca87;
    private const ulong Prime2 = 0xc2b2_ae3d_27d4_eb4f;
    private const ulong Prime3 = 0x1656_67b1_9e37_79f9;
    private const ulong Prime4 = 0x85eb_ca77_c2b2_ae63;
    private const ulong Prime5 = 0x27d4_eb2f_1656_67c5;

    /// <summary>Hashes <paramref name="data"/>.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The hash.</returns>
    public static ulong Compute(ReadOnlySpan<byte> data)
    {
        ulong hash = data.Length >= 32 ? HashStripes(data) : Prime5;
        return Finish(hash + (ulong)data.Length, data.Slice(data.Length & ~31));
    }

    private static ulong HashStripes(ReadOnlySpan<byte> data)
    {
        ulong a = unchecked(Prime1 + Prime2), b = Prime2, c = 0, d = unchecked(0 - Prime1);
        while (data.Length >= 32)
        {
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(data));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(8)));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(16)));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(24)));
            data = data.Slice(32);
        }
        ulong hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
            + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong Round(ulong state, ulong word) =>
        BitOperations.RotateLeft(state + (word * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong state) => ((hash ^ Round(0, state)) * Prime1) + Prime4;

    private static ulong Finish(ulong hash, ReadOnlySpan<byte> tail)
    {
        for (; tail.Length >= 8; tail = tail.Slice(8))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(tail);
            hash = (BitOperations.RotateLeft(hash ^ Round(0, word), 27) * Prime1) + Prime4;
        }
        if (tail.Length >= 4)
        {
            ulong word = BinaryPrimitives.ReadUInt32LittleEndian(tail) * Prime1;
            hash = (BitOperations.RotateLeft(hash ^ word, 23) * Prime2) + Prime3;
            tail = tail.Slice(4);
        }
        foreach (byte value in tail)
        {
            hash = BitOperations.RotateLeft(hash ^ (value * Prime5), 11) * Prime1;
        }
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
