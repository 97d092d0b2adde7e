// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

public static unsafe partial class Unsafe
{
    /// <summary>Whether both are the same place.</summary>
    [Intrinsic]
    public static bool AreSame<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => AreSame(in left, in right);

    /// <summary>Whether the first place lies above the second.</summary>
    [Intrinsic]
    public static bool IsAddressGreaterThan<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => IsAddressGreaterThan(in left, in right);

    /// <summary>Whether the first place lies below the second.</summary>
    [Intrinsic]
    public static bool IsAddressLessThan<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => IsAddressLessThan(in left, in right);

    /// <summary>Whether the reference is null.</summary>
    [Intrinsic]
    public static bool IsNullRef<T>(ref readonly T source) where T : allows ref struct =>
        AsPointer(in source) == null;

    /// <summary>The null reference.</summary>
    [Intrinsic]
    public static ref T NullRef<T>() where T : allows ref struct => ref AsRef<T>(null);

    /// <summary>Treats the place as written.</summary>
    [Intrinsic]
    public static void SkipInit<T>(out T value) where T : allows ref struct => SkipInit(out value);

    /// <summary>Reads a value at any alignment.</summary>
    [Intrinsic]
    public static T ReadUnaligned<T>(void* source) where T : allows ref struct =>
        ReadUnaligned<T>(source);

    /// <summary>Reads a value at any alignment.</summary>
    [Intrinsic]
    public static T ReadUnaligned<T>(scoped ref readonly byte source)
        where T : allows ref struct => ReadUnaligned<T>(in source);

    /// <summary>Writes a value at any alignment.</summary>
    [Intrinsic]
    public static void WriteUnaligned<T>(void* destination, T value)
        where T : allows ref struct => WriteUnaligned(destination, value);

    /// <summary>Writes a value at any alignment.</summary>
    [Intrinsic]
    public static void WriteUnaligned<T>(ref byte destination, T value)
        where T : allows ref struct => WriteUnaligned(ref destination, value);

    /// <summary>Reads a value.</summary>
    [Intrinsic]
    public static T Read<T>(void* source) where T : allows ref struct => Read<T>(source);

    /// <summary>Writes a value.</summary>
    [Intrinsic]
    public static void Write<T>(void* destination, T value) where T : allows ref struct =>
        Write(destination, value);

    /// <summary>The bits of one value as another type of the same size.</summary>
    [Intrinsic]
    public static TTo BitCast<TFrom, TTo>(TFrom source)
        where TFrom : allows ref struct where TTo : allows ref struct =>
        BitCast<TFrom, TTo>(source);

    /// <summary>Copies bytes that do not overlap.</summary>
    public static void CopyBlockUnaligned(
        ref byte destination, ref readonly byte source, uint byteCount) =>
        SpanHelpers.Memmove(ref destination, ref AsRef(in source), byteCount);

    /// <summary>Sets bytes.</summary>
    public static void InitBlockUnaligned(ref byte startAddress, byte value, uint byteCount) =>
        SpanHelpers.Fill(ref startAddress, value, byteCount);
}
