// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Buffers.Binary;

/// <summary>Integers in bytes of a stated order. The machine is little-endian.</summary>
public static partial class BinaryPrimitives
{
    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static ushort ReverseEndianness(ushort value) => (ushort)((value >> 8) | (value << 8));

    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static short ReverseEndianness(short value) =>
        (short)ReverseEndianness((ushort)value);

    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static uint ReverseEndianness(uint value) =>
        BitOperations.RotateRight(value & 0x00FF00FFu, 8)
        + BitOperations.RotateLeft(value & 0xFF00FF00u, 8);

    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static int ReverseEndianness(int value) => (int)ReverseEndianness((uint)value);

    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static ulong ReverseEndianness(ulong value) =>
        ((ulong)ReverseEndianness((uint)value) << 32) | ReverseEndianness((uint)(value >> 32));

    /// <summary>The value with its bytes in the other order.</summary>
    [Intrinsic]
    public static long ReverseEndianness(long value) => (long)ReverseEndianness((ulong)value);

    /// <summary>The same byte; there is nothing to turn.</summary>
    public static byte ReverseEndianness(byte value) => value;
}
