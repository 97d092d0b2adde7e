// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Bulkhead.Proofs.Lemmas;

/// <summary>Random points that like edges: small and great values, neighbours of powers of two,
/// and values near those of other variables.</summary>
/// <param name="seed">Chooses the points.</param>
internal sealed class PointSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Fills a point.</summary>
    internal void Fill(IReadOnlyList<Domain> domains, Span<ulong> point)
    {
        for (int index = 0; index < point.Length; index++)
        {
            ulong other = index > 0 ? point[(int)(Next() % (ulong)index)] : Next();
            point[index] = domains[index].Fit(Value(other));
        }
    }

    private ulong Value(ulong other)
    {
        ulong choice = Next();
        ulong small = (choice >> 8) & 7;
        return (choice & 15) switch
        {
            < 6 => Next(),
            < 8 => Next() >> (int)(Next() & 63),
            8 => small,
            9 => ulong.MaxValue - small,
            10 => (1ul << (int)(Next() & 63)) + small - 3,
            11 => other,
            12 => other + small - 3,
            13 => other + (1ul << (int)(Next() & 63)),
            14 => Next() << (int)(Next() & 63),
            _ => BitOperations.RotateLeft(ulong.MaxValue >> (int)(Next() & 63), (int)small),
        };
    }

    // SplitMix64: any seed will do, and it is repeatable everywhere.
    private ulong Next()
    {
        ulong mixed = _state += 0x9e37_79b9_7f4a_7c15;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58_476d_1ce4_e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d0_49bb_1331_11eb;
        return mixed ^ (mixed >> 31);
    }
}
