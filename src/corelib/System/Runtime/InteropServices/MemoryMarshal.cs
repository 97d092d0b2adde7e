// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime.InteropServices;

/// <summary>Spans over memory of another type. Only named unsafe files may use it.</summary>
public static unsafe partial class MemoryMarshal
{
    /// <summary>Span from a first element and a count; the caller answers for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) =>
        new(ref Unsafe.AsRef<T>(Unsafe.AsPointer(in reference)), length);

    /// <summary>
    /// Read-only span from a first element and a count; the caller answers for both.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(
        scoped ref readonly T reference, int length) =>
        new(in Unsafe.AsRef<T>(Unsafe.AsPointer(in reference)), length);

    /// <summary>Reference to where the first element is or would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(Span<T> span) => ref span.Reference;

    /// <summary>Reference to where the first element is or would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span.Reference;

    /// <summary>The same memory as bytes; more than 2 GiB fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> AsBytes<T>(Span<T> span) where T : struct =>
        new(ref Unsafe.As<T, byte>(ref span.Reference), checked(span.Length * Unsafe.SizeOf<T>()));

    /// <summary>The same memory as bytes; more than 2 GiB fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> span) where T : struct =>
        new(in Unsafe.As<T, byte>(ref span.Reference), checked(span.Length * Unsafe.SizeOf<T>()));

    /// <summary>The same memory as other elements; what does not fill one is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<TTo> Cast<TFrom, TTo>(Span<TFrom> span)
        where TFrom : struct where TTo : struct =>
        new(ref Unsafe.As<TFrom, TTo>(ref span.Reference), CastLength<TFrom, TTo>(span.Length));

    /// <summary>The same memory as other elements; what does not fill one is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : struct where TTo : struct =>
        new(in Unsafe.As<TFrom, TTo>(ref span.Reference), CastLength<TFrom, TTo>(span.Length));

    /// <summary>Reads a value at any alignment; too few bytes fail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ReadOnlySpan<byte> source) where T : struct
    {
        if (source.Length < Unsafe.SizeOf<T>())
            ThrowHelpers.ThrowArgumentOutOfRange();
        return Unsafe.ReadUnaligned<T>(in source.Reference);
    }

    /// <summary>Reads a value at any alignment.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead<T>(ReadOnlySpan<byte> source, out T value) where T : struct
    {
        bool fits = source.Length >= Unsafe.SizeOf<T>();
        value = fits ? Unsafe.ReadUnaligned<T>(in source.Reference) : default;
        return fits;
    }

    /// <summary>Writes a value at any alignment; too little room fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(Span<byte> destination, in T value) where T : struct
    {
        if (destination.Length < Unsafe.SizeOf<T>())
            ThrowHelpers.ThrowArgumentOutOfRange();
        Unsafe.WriteUnaligned(ref destination.Reference, value);
    }

    /// <summary>The value that lies in the bytes; too few fail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AsRef<T>(Span<byte> span) where T : struct
    {
        if (span.Length < Unsafe.SizeOf<T>())
            ThrowHelpers.ThrowArgumentOutOfRange();
        return ref Unsafe.As<byte, T>(ref span.Reference);
    }

    /// <summary>The value that lies in the bytes; too few fail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly T AsRef<T>(ReadOnlySpan<byte> span) where T : struct
    {
        if (span.Length < Unsafe.SizeOf<T>())
            ThrowHelpers.ThrowArgumentOutOfRange();
        return ref Unsafe.As<byte, T>(ref span.Reference);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CastLength<TFrom, TTo>(int length)
        where TFrom : struct where TTo : struct =>
        checked((int)((ulong)(uint)length * (uint)Unsafe.SizeOf<TFrom>()
            / (uint)Unsafe.SizeOf<TTo>()));
}
