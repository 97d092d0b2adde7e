// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// The 64-bit hash that system images carry. It finds truncation and corruption; it is no
/// signature. It begins as 0xcbf29ce484222325 xor the number of bytes. For each little-endian word
/// of eight bytes it becomes <c>h = (h xor word) * 0x9e3779b185ebca87; h = h xor (h shifted right
/// by 32)</c>; what is left at the end, fewer than eight bytes, is one more word, first byte
/// highest. Each step is one to one in the hash and in the word: a change within one word always
/// shows.
/// </summary>
public static class Hash64
{
    private const ulong Basis = 0xcbf2_9ce4_8422_2325;
    private const ulong Factor = 0x9e37_79b1_85eb_ca87;

    /// <summary>Hashes <paramref name="data"/>.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The hash.</returns>
    public static ulong Compute(ReadOnlySpan<byte> data) => ComputeWithHole(data, -1);

    /// <summary>Hashes <paramref name="data"/> as if eight bytes of it were zero: how a header that
    /// carries its own hash is checked in place.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hole">Offset of the eight bytes, a multiple of eight; others are no
    /// hole.</param>
    /// <returns>The hash.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong ComputeWithHole(ReadOnlySpan<byte> data, int hole)
    {
        ulong hash = Basis ^ (ulong)data.Length;
        int lengthAtHole = data.Length - hole;
        for (; data.Length >= sizeof(ulong); data = data.Slice(sizeof(ulong)))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(data);
            hash = Step(hash, data.Length == lengthAtHole ? 0 : word);
        }
        ulong rest = 0;
        foreach (byte value in data) rest = (rest << 8) | value;
        return data.IsEmpty ? hash : Step(hash, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Step(ulong hash, ulong word)
    {
        hash = (hash ^ word) * Factor;
        return hash ^ (hash >> 32);
    }
}
