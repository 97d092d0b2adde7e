// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Threading;

public static partial class Interlocked
{
    /// <summary>Adds atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(ref int location1, int value) =>
        ExchangeAdd(ref location1, value) + value;

    /// <summary>Adds one atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Increment(ref int location) => Add(ref location, 1);

    /// <summary>Subtracts one atomically; wraps.</summary>
    /// <returns>The difference.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Decrement(ref int location) => Add(ref location, -1);

    /// <summary>Reads atomically, with a full barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref readonly int location) =>
        CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Keeps the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static int And(ref int location1, int value)
    {
        int seen = location1;
        while (true)
        {
            int held = CompareExchange(ref location1, seen & value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Sets the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static int Or(ref int location1, int value)
    {
        int seen = location1;
        while (true)
        {
            int held = CompareExchange(ref location1, seen | value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Adds atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(ref uint location1, uint value) =>
        ExchangeAdd(ref location1, value) + value;

    /// <summary>Adds one atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Increment(ref uint location) => Add(ref location, 1);

    /// <summary>Subtracts one atomically; wraps.</summary>
    /// <returns>The difference.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Decrement(ref uint location) => Add(ref location, unchecked((uint)-1));

    /// <summary>Reads atomically, with a full barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ref readonly uint location) =>
        CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Keeps the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static uint And(ref uint location1, uint value)
    {
        uint seen = location1;
        while (true)
        {
            uint held = CompareExchange(ref location1, seen & value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Sets the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static uint Or(ref uint location1, uint value)
    {
        uint seen = location1;
        while (true)
        {
            uint held = CompareExchange(ref location1, seen | value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Adds atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(ref long location1, long value) =>
        ExchangeAdd(ref location1, value) + value;

    /// <summary>Adds one atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Increment(ref long location) => Add(ref location, 1);

    /// <summary>Subtracts one atomically; wraps.</summary>
    /// <returns>The difference.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Decrement(ref long location) => Add(ref location, -1);

    /// <summary>Reads atomically, with a full barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ref readonly long location) =>
        CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Keeps the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static long And(ref long location1, long value)
    {
        long seen = location1;
        while (true)
        {
            long held = CompareExchange(ref location1, seen & value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Sets the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static long Or(ref long location1, long value)
    {
        long seen = location1;
        while (true)
        {
            long held = CompareExchange(ref location1, seen | value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Adds atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ref ulong location1, ulong value) =>
        ExchangeAdd(ref location1, value) + value;

    /// <summary>Adds one atomically; wraps.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Increment(ref ulong location) => Add(ref location, 1);

    /// <summary>Subtracts one atomically; wraps.</summary>
    /// <returns>The difference.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Decrement(ref ulong location) => Add(ref location, unchecked((ulong)-1));

    /// <summary>Reads atomically, with a full barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref readonly ulong location) =>
        CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Keeps the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static ulong And(ref ulong location1, ulong value)
    {
        ulong seen = location1;
        while (true)
        {
            ulong held = CompareExchange(ref location1, seen & value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }

    /// <summary>Sets the bits of the mask atomically.</summary>
    /// <returns>What the place held.</returns>
    public static ulong Or(ref ulong location1, ulong value)
    {
        ulong seen = location1;
        while (true)
        {
            ulong held = CompareExchange(ref location1, seen | value, seen);
            if (held == seen)
                return held;
            seen = held;
        }
    }
}
