// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace System;

/// <summary>Combines hash codes.</summary>
public struct HashCode
{
    private uint _hash;

    public static int Combine<T1>(T1 value1) => (int)Mix(Seed, Of(value1));

    public static int Combine<T1, T2>(T1 value1, T2 value2) =>
        (int)Mix(Mix(Seed, Of(value1)), Of(value2));

    public static int Combine<T1, T2, T3>(T1 value1, T2 value2, T3 value3) =>
        (int)Mix(Mix(Mix(Seed, Of(value1)), Of(value2)), Of(value3));

    public static int Combine<T1, T2, T3, T4>(T1 value1, T2 value2, T3 value3, T4 value4) =>
        (int)Mix(Mix(Mix(Mix(Seed, Of(value1)), Of(value2)), Of(value3)), Of(value4));

    public static int Combine<T1, T2, T3, T4, T5>(
        T1 value1, T2 value2, T3 value3, T4 value4, T5 value5)
    {
        uint hash = (uint)Combine(value1, value2, value3, value4);
        hash = Mix(hash, Of(value5));
        return (int)hash;
    }

    public static int Combine<T1, T2, T3, T4, T5, T6>(
        T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6)
    {
        uint hash = (uint)Combine(value1, value2, value3, value4);
        hash = Mix(hash, Of(value5));
        hash = Mix(hash, Of(value6));
        return (int)hash;
    }

    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(
        T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7)
    {
        uint hash = (uint)Combine(value1, value2, value3, value4);
        hash = Mix(hash, Of(value5));
        hash = Mix(hash, Of(value6));
        hash = Mix(hash, Of(value7));
        return (int)hash;
    }

    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(
        T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8)
    {
        uint hash = (uint)Combine(value1, value2, value3, value4);
        hash = Mix(hash, Of(value5));
        hash = Mix(hash, Of(value6));
        hash = Mix(hash, Of(value7));
        hash = Mix(hash, Of(value8));
        return (int)hash;
    }

    public void Add<T>(T value) => _hash = Mix(_hash, Of(value));

    public void Add<T>(T value, IEqualityComparer<T>? comparer) => _hash = Mix(
        _hash, value is null ? 0 : (uint)(comparer?.GetHashCode(value) ?? value.GetHashCode()));

    public void AddBytes(ReadOnlySpan<byte> value)
    {
        foreach (byte one in value)
            Add(one);
    }

    public readonly int ToHashCode() => (int)Mix(_hash, 0);

    private const uint Seed = 0x9E3779B9;

    private static uint Of<T>(T value) => (uint)(value?.GetHashCode() ?? 0);

    private static uint Mix(uint hash, uint value)
    {
        hash += value * 0xC2B2AE3D;
        hash = (hash << 17) | (hash >> 15);
        hash *= 0x27D4EB2F;
        return hash ^ (hash >> 15);
    }
}
