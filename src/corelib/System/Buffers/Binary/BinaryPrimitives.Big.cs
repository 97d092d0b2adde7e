// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Buffers.Binary;

public static partial class BinaryPrimitives
{
    /// <summary>Reads a short, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReadInt16BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<short>(source));

    /// <summary>Writes a short, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt16BigEndian(Span<byte> destination, short value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a short, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt16BigEndian(ReadOnlySpan<byte> source, out short value)
    {
        if (source.Length < sizeof(short))
        {
            value = 0;
            return false;
        }
        value = ReadInt16BigEndian(source);
        return true;
    }

    /// <summary>Writes a short, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt16BigEndian(Span<byte> destination, short value)
    {
        if (destination.Length < sizeof(short))
            return false;
        WriteInt16BigEndian(destination, value);
        return true;
    }

    /// <summary>Reads a ushort, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ReadUInt16BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<ushort>(source));

    /// <summary>Writes a ushort, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt16BigEndian(Span<byte> destination, ushort value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a ushort, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt16BigEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        if (source.Length < sizeof(ushort))
        {
            value = 0;
            return false;
        }
        value = ReadUInt16BigEndian(source);
        return true;
    }

    /// <summary>Writes a ushort, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt16BigEndian(Span<byte> destination, ushort value)
    {
        if (destination.Length < sizeof(ushort))
            return false;
        WriteUInt16BigEndian(destination, value);
        return true;
    }

    /// <summary>Reads a int, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadInt32BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<int>(source));

    /// <summary>Writes a int, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt32BigEndian(Span<byte> destination, int value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a int, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt32BigEndian(ReadOnlySpan<byte> source, out int value)
    {
        if (source.Length < sizeof(int))
        {
            value = 0;
            return false;
        }
        value = ReadInt32BigEndian(source);
        return true;
    }

    /// <summary>Writes a int, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt32BigEndian(Span<byte> destination, int value)
    {
        if (destination.Length < sizeof(int))
            return false;
        WriteInt32BigEndian(destination, value);
        return true;
    }

    /// <summary>Reads a uint, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadUInt32BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<uint>(source));

    /// <summary>Writes a uint, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt32BigEndian(Span<byte> destination, uint value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a uint, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt32BigEndian(ReadOnlySpan<byte> source, out uint value)
    {
        if (source.Length < sizeof(uint))
        {
            value = 0;
            return false;
        }
        value = ReadUInt32BigEndian(source);
        return true;
    }

    /// <summary>Writes a uint, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt32BigEndian(Span<byte> destination, uint value)
    {
        if (destination.Length < sizeof(uint))
            return false;
        WriteUInt32BigEndian(destination, value);
        return true;
    }

    /// <summary>Reads a long, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadInt64BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<long>(source));

    /// <summary>Writes a long, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt64BigEndian(Span<byte> destination, long value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a long, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt64BigEndian(ReadOnlySpan<byte> source, out long value)
    {
        if (source.Length < sizeof(long))
        {
            value = 0;
            return false;
        }
        value = ReadInt64BigEndian(source);
        return true;
    }

    /// <summary>Writes a long, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt64BigEndian(Span<byte> destination, long value)
    {
        if (destination.Length < sizeof(long))
            return false;
        WriteInt64BigEndian(destination, value);
        return true;
    }

    /// <summary>Reads a ulong, big end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUInt64BigEndian(ReadOnlySpan<byte> source) =>
        ReverseEndianness(MemoryMarshal.Read<ulong>(source));

    /// <summary>Writes a ulong, big end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt64BigEndian(Span<byte> destination, ulong value) =>
        MemoryMarshal.Write(destination, ReverseEndianness(value));

    /// <summary>Reads a ulong, big end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt64BigEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        if (source.Length < sizeof(ulong))
        {
            value = 0;
            return false;
        }
        value = ReadUInt64BigEndian(source);
        return true;
    }

    /// <summary>Writes a ulong, big end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt64BigEndian(Span<byte> destination, ulong value)
    {
        if (destination.Length < sizeof(ulong))
            return false;
        WriteUInt64BigEndian(destination, value);
        return true;
    }
}
