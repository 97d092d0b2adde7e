// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Single, ordered accesses: load-acquire and store-release.</summary>
public static partial class Volatile
{
    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Read(ref readonly bool location) =>
        Unsafe.As<bool, BooleanCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref bool location, bool value) =>
        Unsafe.As<bool, BooleanCell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Read(ref readonly sbyte location) =>
        Unsafe.As<sbyte, SByteCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref sbyte location, sbyte value) =>
        Unsafe.As<sbyte, SByteCell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Read(ref readonly byte location) =>
        Unsafe.As<byte, ByteCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte location, byte value) =>
        Unsafe.As<byte, ByteCell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Read(ref readonly short location) =>
        Unsafe.As<short, Int16Cell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref short location, short value) =>
        Unsafe.As<short, Int16Cell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Read(ref readonly ushort location) =>
        Unsafe.As<ushort, UInt16Cell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref ushort location, ushort value) =>
        Unsafe.As<ushort, UInt16Cell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref readonly int location) =>
        Unsafe.As<int, Int32Cell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int location, int value) =>
        Unsafe.As<int, Int32Cell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ref readonly uint location) =>
        Unsafe.As<uint, UInt32Cell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref uint location, uint value) =>
        Unsafe.As<uint, UInt32Cell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ref readonly long location) =>
        (long)Unsafe.As<long, IntPtrCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref long location, long value) =>
        Unsafe.As<long, IntPtrCell>(ref location).Value = (nint)value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref readonly ulong location) =>
        (ulong)Unsafe.As<ulong, UIntPtrCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref ulong location, ulong value) =>
        Unsafe.As<ulong, UIntPtrCell>(ref location).Value = (nuint)value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Read(ref readonly nint location) =>
        Unsafe.As<nint, IntPtrCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref nint location, nint value) =>
        Unsafe.As<nint, IntPtrCell>(ref location).Value = value;

    /// <summary>Reads once, before everything that follows (load-acquire).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Read(ref readonly nuint location) =>
        Unsafe.As<nuint, UIntPtrCell>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes once, after everything that precedes (store-release).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref nuint location, nuint value) =>
        Unsafe.As<nuint, UIntPtrCell>(ref location).Value = value;

    /// <summary>Orders loads before against everything after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReadBarrier() => Interlocked.MemoryBarrier();

    /// <summary>Orders everything before against stores after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBarrier() => Interlocked.MemoryBarrier();

    private struct BooleanCell
    {
        internal volatile bool Value;
    }

    private struct SByteCell
    {
        internal volatile sbyte Value;
    }

    private struct ByteCell
    {
        internal volatile byte Value;
    }

    private struct Int16Cell
    {
        internal volatile short Value;
    }

    private struct UInt16Cell
    {
        internal volatile ushort Value;
    }

    private struct Int32Cell
    {
        internal volatile int Value;
    }

    private struct UInt32Cell
    {
        internal volatile uint Value;
    }

    private struct IntPtrCell
    {
        internal volatile nint Value;
    }

    private struct UIntPtrCell
    {
        internal volatile nuint Value;
    }
}
