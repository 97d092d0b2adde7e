// SPDX-License-Identifier: MIT
using System.Buffers.Binary;

namespace Bulkhead.Toolchain.Frames;

/// <summary>Reads numbers from a section, one after the other.</summary>
/// <param name="bytes">The section.</param>
/// <param name="at">Place of the first byte to read.</param>
/// <param name="what">What messages call the section.</param>
internal sealed class ByteCursor(ReadOnlyMemory<byte> bytes, int at, string what)
{
    private const int PackedMost = 4;

    /// <summary>Place of the next byte.</summary>
    internal int At { get; set; } = at;

    /// <summary>Bytes of the section.</summary>
    internal int Length => bytes.Length;

    internal byte Byte() => Take(1)[0];

    internal ushort Half() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    internal uint Word() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Unsigned LEB128 (DWARF 4, 7.6).</summary>
    internal int Unsigned() => (int)Leb(out _);

    /// <summary>Signed LEB128.</summary>
    internal int Signed()
    {
        ulong value = Leb(out int bits);
        return (int)((long)value << (64 - bits) >> (64 - bits));
    }

    /// <summary>A number as the native compiler writes them: the low bits of the first byte say how
    /// many bytes follow.</summary>
    internal uint Packed()
    {
        uint first = Byte();
        int more = 0;
        while (more < PackedMost && (first >> more & 1) != 0)
            more++;
        if (more == PackedMost)
            return Word();
        uint value = first >> (more + 1);
        for (int index = 0; index < more; index++)
            value |= (uint)Byte() << (7 - more + (8 * index));
        return value;
    }

    private ulong Leb(out int bits)
    {
        ulong value = 0;
        bits = 0;
        byte part;
        do
        {
            part = Byte();
            value |= (ulong)(part & 0x7F) << bits;
            bits += 7;
        }
        while (part >= 0x80 && bits < 63);
        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (At < 0 || At > bytes.Length - count)
            throw new ToolchainException($"The section {what} is cut off.");
        At += count;
        return bytes.Span.Slice(At - count, count);
    }
}
