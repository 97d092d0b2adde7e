// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Type puns and reference arithmetic; the native compiler replaces every body.</summary>
/// <remarks>Only named unsafe files may use it; the callers carry the whole proof.</remarks>
public static unsafe partial class Unsafe
{
    /// <summary>Size of a value in bytes.</summary>
    [Intrinsic]
    public static int SizeOf<T>() where T : allows ref struct => SizeOf<T>();

    /// <summary>The same object seen as another class.</summary>
    [Intrinsic]
    public static T As<T>(object? o) where T : class? => As<T>(o);

    /// <summary>The same place seen as another type.</summary>
    [Intrinsic]
    public static ref TTo As<TFrom, TTo>(ref TFrom source)
        where TFrom : allows ref struct where TTo : allows ref struct =>
        ref As<TFrom, TTo>(ref source);

    /// <summary>The place at an address.</summary>
    [Intrinsic]
    public static ref T AsRef<T>(void* source) where T : allows ref struct => ref AsRef<T>(source);

    /// <summary>The place without its read-only promise.</summary>
    [Intrinsic]
    public static ref T AsRef<T>(scoped ref readonly T source) where T : allows ref struct =>
        ref AsRef(in source);

    /// <summary>The address of a place that does not move.</summary>
    [Intrinsic]
    public static void* AsPointer<T>(ref readonly T value) where T : allows ref struct =>
        AsPointer(in value);

    /// <summary>The place some elements on.</summary>
    [Intrinsic]
    public static ref T Add<T>(ref T source, int elementOffset) where T : allows ref struct =>
        ref Add(ref source, elementOffset);

    /// <summary>The place some elements on.</summary>
    [Intrinsic]
    public static ref T Add<T>(ref T source, nint elementOffset) where T : allows ref struct =>
        ref Add(ref source, elementOffset);

    /// <summary>The place some elements on.</summary>
    [Intrinsic]
    public static ref T Add<T>(ref T source, nuint elementOffset) where T : allows ref struct =>
        ref Add(ref source, elementOffset);

    /// <summary>The place some elements back.</summary>
    [Intrinsic]
    public static ref T Subtract<T>(ref T source, int elementOffset)
        where T : allows ref struct => ref Subtract(ref source, elementOffset);

    /// <summary>The place some bytes on.</summary>
    [Intrinsic]
    public static ref T AddByteOffset<T>(ref T source, nint byteOffset)
        where T : allows ref struct => ref AddByteOffset(ref source, byteOffset);

    /// <summary>The place some bytes on.</summary>
    [Intrinsic]
    public static ref T AddByteOffset<T>(ref T source, nuint byteOffset)
        where T : allows ref struct => ref AddByteOffset(ref source, byteOffset);

    /// <summary>Distance in bytes between two places.</summary>
    [Intrinsic]
    public static nint ByteOffset<T>(ref readonly T origin, ref readonly T target)
        where T : allows ref struct => ByteOffset(in origin, in target);
}
