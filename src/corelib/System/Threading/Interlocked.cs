// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>
/// Atomic operations, each a full barrier. Compiled inline to exclusive loads and stores.
/// </summary>
public static partial class Interlocked
{
    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [Intrinsic]
    public static int CompareExchange(ref int location1, int value, int comparand) =>
        CompareExchange(ref location1, value, comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [Intrinsic]
    public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);

    [Intrinsic]
    internal static int ExchangeAdd(ref int location1, int value) =>
        ExchangeAdd(ref location1, value);

    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint CompareExchange(ref uint location1, uint value, uint comparand) =>
        (uint)CompareExchange(
            ref Unsafe.As<uint, int>(ref location1), (int)value, (int)comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Exchange(ref uint location1, uint value) =>
        (uint)Exchange(ref Unsafe.As<uint, int>(ref location1), (int)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ExchangeAdd(ref uint location1, uint value) =>
        (uint)ExchangeAdd(ref Unsafe.As<uint, int>(ref location1), (int)value);

    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [Intrinsic]
    public static long CompareExchange(ref long location1, long value, long comparand) =>
        CompareExchange(ref location1, value, comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [Intrinsic]
    public static long Exchange(ref long location1, long value) => Exchange(ref location1, value);

    [Intrinsic]
    internal static long ExchangeAdd(ref long location1, long value) =>
        ExchangeAdd(ref location1, value);

    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand) =>
        (ulong)CompareExchange(
            ref Unsafe.As<ulong, long>(ref location1), (long)value, (long)comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Exchange(ref ulong location1, ulong value) =>
        (ulong)Exchange(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ExchangeAdd(ref ulong location1, ulong value) =>
        (ulong)ExchangeAdd(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint CompareExchange(ref nint location1, nint value, nint comparand) =>
        (nint)CompareExchange(
            ref Unsafe.As<nint, long>(ref location1), (long)value, (long)comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Exchange(ref nint location1, nint value) =>
        (nint)Exchange(ref Unsafe.As<nint, long>(ref location1), (long)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint ExchangeAdd(ref nint location1, nint value) =>
        (nint)ExchangeAdd(ref Unsafe.As<nint, long>(ref location1), (long)value);

    /// <summary>Stores when the place still holds the comparand. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand) =>
        (nuint)CompareExchange(
            ref Unsafe.As<nuint, long>(ref location1), (long)value, (long)comparand);

    /// <summary>Stores. Full barrier.</summary>
    /// <returns>What the place held.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Exchange(ref nuint location1, nuint value) =>
        (nuint)Exchange(ref Unsafe.As<nuint, long>(ref location1), (long)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint ExchangeAdd(ref nuint location1, nuint value) =>
        (nuint)ExchangeAdd(ref Unsafe.As<nuint, long>(ref location1), (long)value);

    /// <summary>Orders everything before against everything after (data memory barrier).</summary>
    [Intrinsic]
    public static void MemoryBarrier() => MemoryBarrier();
}
