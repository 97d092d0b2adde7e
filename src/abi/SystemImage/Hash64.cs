// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// The 64-bit hash that system images carry: the public xxHash64 algorithm with seed 0. It finds
/// truncation and corruption; it is no signature.
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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Compute(ReadOnlySpan<byte> data)
    {
        Lanes lanes = Lanes.Initial;
        lanes.Add(data);
        return Finish(in lanes, data);
    }

    /// <summary>Hashes <paramref name="data"/> as if eight bytes of it were zero: how a header that
    /// carries its own hash is checked in place.</summary>
    /// <param name="data">The bytes, at least 64.</param>
    /// <param name="hole">Offset of the eight bytes, at most 56.</param>
    /// <returns>The hash; that of the data as they are when there are fewer than 64
    /// bytes.</returns>
    public static ulong ComputeWithHole(ReadOnlySpan<byte> data, int hole)
    {
        if (data.Length < Head.Bytes) return Compute(data);
        Head head = default;
        Span<byte> start = head;
        data.Slice(0, Head.Bytes).CopyTo(start);
        start.Slice(hole, sizeof(ulong)).Clear();
        Lanes lanes = Lanes.Initial;
        lanes.Add(start);
        lanes.Add(data.Slice(Head.Bytes));
        return Finish(in lanes, data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong state, ulong word) =>
        BitOperations.RotateLeft(state + (word * Prime2), 31) * Prime1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Merge(ulong hash, ulong state) =>
        ((hash ^ Round(0, state)) * Prime1) + Prime4;

    private static ulong Finish(in Lanes lanes, ReadOnlySpan<byte> data)
    {
        // Lanes hold whole stripes of 32 bytes.
        ulong hash = (data.Length >= 32 ? lanes.Merged : Prime5) + (ulong)data.Length;
        ReadOnlySpan<byte> tail = data.Slice(data.Length & ~31);
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

    private struct Lanes
    {
        private ulong _a;
        private ulong _b;
        private ulong _c;
        private ulong _d;

        internal static Lanes Initial => new()
        {
            _a = unchecked(Prime1 + Prime2),
            _b = Prime2,
            _c = 0,
            _d = unchecked(0 - Prime1),
        };

        internal readonly ulong Merged
        {
            get
            {
                ulong hash = BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7)
                    + BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18);
                return Merge(Merge(Merge(Merge(hash, _a), _b), _c), _d);
            }
        }

        internal void Add(ReadOnlySpan<byte> data)
        {
            ulong a = _a, b = _b, c = _c, d = _d;
            for (; data.Length >= 32; data = data.Slice(32))
            {
                a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(data));
                b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(8)));
                c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(16)));
                d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(data.Slice(24)));
            }
            _a = a;
            _b = b;
            _c = c;
            _d = d;
        }
    }

    [InlineArray(Bytes)]
    private struct Head
    {
        internal const int Bytes = 64;

        private byte _element;
    }
}
