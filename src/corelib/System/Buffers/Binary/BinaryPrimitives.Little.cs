// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Buffers.Binary;

public static partial class BinaryPrimitives
{
    /// <summary>Reads a short, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReadInt16LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<short>(source);

    /// <summary>Writes a short, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt16LittleEndian(Span<byte> destination, short value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a short, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt16LittleEndian(ReadOnlySpan<byte> source, out short value)
    {
        if (source.Length < sizeof(short))
        {
            value = 0;
            return false;
        }
        value = ReadInt16LittleEndian(source);
        return true;
    }

    /// <summary>Writes a short, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt16LittleEndian(Span<byte> destination, short value)
    {
        if (destination.Length < sizeof(short))
            return false;
        WriteInt16LittleEndian(destination, value);
        return true;
    }

    /// <summary>Reads a ushort, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ReadUInt16LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<ushort>(source);

    /// <summary>Writes a ushort, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt16LittleEndian(Span<byte> destination, ushort value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a ushort, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt16LittleEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        if (source.Length < sizeof(ushort))
        {
            value = 0;
            return false;
        }
        value = ReadUInt16LittleEndian(source);
        return true;
    }

    /// <summary>Writes a ushort, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt16LittleEndian(Span<byte> destination, ushort value)
    {
        if (destination.Length < sizeof(ushort))
            return false;
        WriteUInt16LittleEndian(destination, value);
        return true;
    }

    /// <summary>Reads a int, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadInt32LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<int>(source);

    /// <summary>Writes a int, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt32LittleEndian(Span<byte> destination, int value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a int, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt32LittleEndian(ReadOnlySpan<byte> source, out int value)
    {
        if (source.Length < sizeof(int))
        {
            value = 0;
            return false;
        }
        value = ReadInt32LittleEndian(source);
        return true;
    }

    /// <summary>Writes a int, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt32LittleEndian(Span<byte> destination, int value)
    {
        if (destination.Length < sizeof(int))
            return false;
        WriteInt32LittleEndian(destination, value);
        return true;
    }

    /// <summary>Reads a uint, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadUInt32LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<uint>(source);

    /// <summary>Writes a uint, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt32LittleEndian(Span<byte> destination, uint value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a uint, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt32LittleEndian(ReadOnlySpan<byte> source, out uint value)
    {
        if (source.Length < sizeof(uint))
        {
            value = 0;
            return false;
        }
        value = ReadUInt32LittleEndian(source);
        return true;
    }

    /// <summary>Writes a uint, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt32LittleEndian(Span<byte> destination, uint value)
    {
        if (destination.Length < sizeof(uint))
            return false;
        WriteUInt32LittleEndian(destination, value);
        return true;
    }

    /// <summary>Reads a long, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadInt64LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<long>(source);

    /// <summary>Writes a long, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt64LittleEndian(Span<byte> destination, long value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a long, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt64LittleEndian(ReadOnlySpan<byte> source, out long value)
    {
        if (source.Length < sizeof(long))
        {
            value = 0;
            return false;
        }
        value = ReadInt64LittleEndian(source);
        return true;
    }

    /// <summary>Writes a long, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteInt64LittleEndian(Span<byte> destination, long value)
    {
        if (destination.Length < sizeof(long))
            return false;
        WriteInt64LittleEndian(destination, value);
        return true;
    }

    /// <summary>Reads a ulong, little end first; too few bytes are a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUInt64LittleEndian(ReadOnlySpan<byte> source) =>
        MemoryMarshal.Read<ulong>(source);

    /// <summary>Writes a ulong, little end first; too little room is a panic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt64LittleEndian(Span<byte> destination, ulong value) =>
        MemoryMarshal.Write(destination, in value);

    /// <summary>Reads a ulong, little end first.</summary>
    /// <returns>False when there are too few bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadUInt64LittleEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        if (source.Length < sizeof(ulong))
        {
            value = 0;
            return false;
        }
        value = ReadUInt64LittleEndian(source);
        return true;
    }

    /// <summary>Writes a ulong, little end first.</summary>
    /// <returns>False when there is too little room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteUInt64LittleEndian(Span<byte> destination, ulong value)
    {
        if (destination.Length < sizeof(ulong))
            return false;
        WriteUInt64LittleEndian(destination, value);
        return true;
    }
}
