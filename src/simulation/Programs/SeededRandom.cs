// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Programs;

/// <summary>Numbers that follow from a seed alone, whatever the version of the runtime.</summary>
internal struct SeededRandom
{
    private const ulong Step = 0x9e37_79b9_7f4a_7c15;

    private ulong _state;

    internal SeededRandom(ulong seed) => _state = seed * Step;

    /// <summary>64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Next()
    {
        _state += Step;
        ulong value = _state;
        value = (value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9;
        value = (value ^ (value >> 27)) * 0x94d0_49bb_1331_11eb;
        return value ^ (value >> 31);
    }

    /// <summary>0 to one below <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Below(int count) => (int)((Next() >> 32) * (uint)count >> 32);

    /// <summary><paramref name="first"/> to one below <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Range(int first, int end) => first + Below(end - first);

    /// <summary>True once in so many times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool OneIn(int count) => Below(count) == 0;
}
