// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace Bulkhead.Kernel.Boot;

/// <summary>
/// How much memory the machine has, out of the device tree that the boot loader hands over
/// (Devicetree Specification 0.4, chapter 5). Only the root's cell counts and the <c>reg</c> of its
/// memory nodes are read; whatever is damaged is taken as absent.
/// </summary>
public static class DeviceTreeMemory
{
    /// <summary>Most bytes of a device tree that are looked at.</summary>
    public const int BytesMax = 1 << 21;

    private const uint Magic = 0xd00d_feed;
    private const uint BeginNode = 1;
    private const uint EndNode = 2;
    private const uint Property = 3;
    private const uint Nop = 4;

    /// <summary>First address behind the memory bank that an address lies in.</summary>
    /// <param name="tree">The device tree; may be longer than it, may be anything.</param>
    /// <param name="address">An address.</param>
    /// <returns>The end of the bank, 0 when the tree does not tell.</returns>
    public static ulong FindBankEnd(ReadOnlySpan<byte> tree, ulong address)
    {
        if (Word(tree, 0) != Magic) return 0;
        Walk walk = new() { At = Word(tree, 8), Strings = Word(tree, 12), AddressCells =
            2, SizeCells = 1 };
        while (walk.At < (uint)tree.Length)
        {
            uint token = Word(tree, walk.At);
            walk.At += 4;
            switch (token)
            {
                case BeginNode:
                    Enter(tree, ref walk);
                    break;
                case EndNode:
                    if (walk.Depth-- <= 1) return 0;
                    break;
                case Property:
                    ulong end = Read(tree, ref walk, address);
                    if (end != 0) return end;
                    break;
                case Nop:
                    break;
                default:
                    return 0;
            }
        }
        return 0;
    }

    private static void Enter(ReadOnlySpan<byte> tree, ref Walk walk)
    {
        walk.Depth++;
        if (walk.Depth == 2) walk.IsMemory = StartsWith(tree, walk.At, "memory"u8);
        while (walk.At < (uint)tree.Length && tree[(int)walk.At] != 0) walk.At++;
        walk.At = (walk.At + 4) & ~3u;
    }

    private static ulong Read(ReadOnlySpan<byte> tree, ref Walk walk, ulong address)
    {
        uint bytes = Word(tree, walk.At);
        uint name = walk.Strings + Word(tree, walk.At + 4);
        uint data = walk.At + 8;
        if (bytes > (uint)tree.Length)
        {
            walk.At = uint.MaxValue;
            return 0;
        }
        walk.At = (data + bytes + 3) & ~3u;
        if (walk.Depth == 1 && StartsWith(tree, name, "#address-cells\0"u8))
        {
            walk.AddressCells = Word(tree, data);
        }

        if (walk.Depth == 1 && StartsWith(tree, name, "#size-cells\0"u8))
        {
            walk.SizeCells = Word(tree, data);
        }

        bool isRegister = walk.Depth == 2 && walk.IsMemory && StartsWith(tree, name, "reg\0"u8);
        return isRegister ? FindBank(tree, in walk, data, bytes, address) : 0;
    }

    private static ulong FindBank(
        ReadOnlySpan<byte> tree, in Walk walk, uint data, uint bytes, ulong address)
    {
        if (walk.AddressCells is 0 or > 2 || walk.SizeCells is 0 or > 2) return 0;
        uint stride = 4 * (walk.AddressCells + walk.SizeCells);
        for (uint offset = 0; offset + stride <= bytes; offset += stride)
        {
            ulong start = Cells(tree, data + offset, walk.AddressCells);
            ulong size = Cells(tree, data + offset + (4 * walk.AddressCells), walk.SizeCells);
            if (address >= start && address - start < size
                && start + size > start) return start + size;
        }
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Cells(ReadOnlySpan<byte> tree, uint offset, uint count)
    {
        ulong value = Word(tree, offset);
        return count == 2 ? (value << 32) | Word(tree, offset + 4) : value;
    }

    // Big-endian; beyond the end reads as zero.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Word(ReadOnlySpan<byte> tree, uint offset) =>
        offset <= (uint)tree.Length && (uint)tree.Length - offset >= 4
            ? BinaryPrimitives.ReadUInt32BigEndian(tree.Slice((int)offset)) : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool StartsWith(ReadOnlySpan<byte> tree, uint offset, ReadOnlySpan<byte> text)
    {
        if (offset > (uint)tree.Length
            || (uint)tree.Length - offset < (uint)text.Length) return false;
        for (int index = 0; index < text.Length; index++)
        {
            if (tree[(int)offset + index] != text[index]) return false;
        }
        return true;
    }

    private struct Walk
    {
        internal uint At;
        internal uint Strings;
        internal uint AddressCells;
        internal uint SizeCells;
        internal int Depth;
        internal bool IsMemory;
    }
}
