// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <content>Access: every method checks the range first, a violation is a panic.</content>
public readonly unsafe partial struct MemoryWindow
{
    /// <summary>
    /// A window that the caller made itself by mapping. Only the partition manager and on-target
    /// tests map; they answer for the range being mapped as they say as long as the window is used.
    /// </summary>
    /// <param name="address">First address.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <param name="access">Access that the mapping gives.</param>
    /// <returns>The window.</returns>
    public static MemoryWindow OfMapping(ulong address, ulong bytes, MemoryAccess access)
    {
        WindowInfo info = default;
        info.Kind = WindowKind.Memory;
        info.Access = access;
        info.Address = address;
        info.Bytes = bytes;
        return new MemoryWindow(in info);
    }

    /// <summary>Memory to read; not for devices.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Size in bytes, at most 2 GiB.</param>
    /// <returns>The bytes.</returns>
    public ReadOnlySpan<byte> Read(ulong offset, int length)
    {
        RequireMemory(offset, (uint)length, MemoryAccess.Read);
        return new ReadOnlySpan<byte>(At(offset), length);
    }

    /// <summary>Memory to write; not for devices.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Size in bytes, at most 2 GiB.</param>
    /// <returns>The bytes.</returns>
    public Span<byte> Write(ulong offset, int length)
    {
        RequireMemory(offset, (uint)length, MemoryAccess.Write);
        return new Span<byte>(At(offset), length);
    }

    /// <summary>Copies bytes in, 64 at a time.</summary>
    /// <param name="offset">Where they go.</param>
    /// <param name="source">The bytes; they must not overlap their destination.</param>
    public void CopyFrom(ulong offset, ReadOnlySpan<byte> source)
    {
        RequireMemory(offset, (uint)source.Length, MemoryAccess.Write);
        int blocks = source.Length & ~63;
        fixed (byte* bytes = source) Native.Copy64(At(offset), bytes, (uint)blocks);
        source.Slice(blocks).CopyTo(Write(offset + (uint)blocks, source.Length - blocks));
    }

    /// <summary>Clears a range.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Size in bytes.</param>
    public void Clear(ulong offset, ulong bytes)
    {
        RequireMemory(offset, bytes, MemoryAccess.Write);
        ulong blocks = bytes & ~63ul;
        Native.Clear64(At(offset), blocks);
        Write(offset + blocks, (int)(bytes - blocks)).Clear();
    }

    /// <summary>Reads a device register of 8 bits.</summary>
    /// <param name="offset">Offset in the window.</param>
    /// <returns>Its value.</returns>
    public byte Read8(ulong offset) => Register(offset, 1).Byte;

    /// <summary>Reads a device register of 16 bits.</summary>
    /// <param name="offset">Offset in the window, a multiple of 2.</param>
    /// <returns>Its value.</returns>
    public ushort Read16(ulong offset) => Register(offset, 2).Half;

    /// <summary>Reads a device register of 32 bits.</summary>
    /// <param name="offset">Offset in the window, a multiple of 4.</param>
    /// <returns>Its value.</returns>
    public uint Read32(ulong offset) => Register(offset, 4).Word;

    /// <summary>Writes a device register of 8 bits.</summary>
    /// <param name="offset">Offset in the window.</param>
    /// <param name="value">Its value.</param>
    public void Write8(ulong offset, byte value) => Register(offset, 1).Byte = value;

    /// <summary>Writes a device register of 16 bits.</summary>
    /// <param name="offset">Offset in the window, a multiple of 2.</param>
    /// <param name="value">Its value.</param>
    public void Write16(ulong offset, ushort value) => Register(offset, 2).Half = value;

    /// <summary>Writes a device register of 32 bits.</summary>
    /// <param name="offset">Offset in the window, a multiple of 4.</param>
    /// <param name="value">Its value.</param>
    public void Write32(ulong offset, uint value) => Register(offset, 4).Word = value;

    private void* At(ulong offset) => (void*)(Address + offset);

    private ref DeviceRegister Register(ulong offset, uint bytes)
    {
        Require(IsDevice && Contains(offset, bytes));
        return ref Unsafe.AsRef<DeviceRegister>(At(offset));
    }

    private void RequireMemory(ulong offset, ulong bytes, MemoryAccess access) =>
        Require(!IsDevice && (Access & access) != 0 && Contains(offset, bytes));
}
