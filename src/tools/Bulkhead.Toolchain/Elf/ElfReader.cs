// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Toolchain.Elf;

/// <summary>Takes fields out of the bytes of a file and refuses what lies outside.</summary>
internal sealed class ElfReader
{
    private readonly byte[] _bytes;
    private readonly string _name;

    internal ElfReader(byte[] bytes, string name)
    {
        _bytes = bytes;
        _name = name;
    }

    internal int Length => _bytes.Length;

    internal ElfFormatException Error(string what) => new($"{_name} {what}.");

    internal ReadOnlyMemory<byte> Slice(ulong offset, ulong size, string what)
    {
        ulong length = (ulong)_bytes.Length;
        if (offset > length || size > length - offset)
            throw Error($"is cut off: its {what} ends beyond the file");
        return _bytes.AsMemory((int)offset, (int)size);
    }

    internal byte Byte(ulong offset) => Slice(offset, 1, "header").Span[0];

    internal ushort Half(ulong offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2, "header").Span);

    internal uint Word(ulong offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4, "header").Span);

    internal ulong Long(ulong offset) =>
        BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8, "header").Span);

    internal string Text(ElfSection strings, uint at)
    {
        ReadOnlySpan<byte> table = Slice(strings.Offset, strings.Size, "string table").Span;
        if (at >= table.Length)
            throw Error("has a name outside its string table");
        ReadOnlySpan<byte> rest = table[(int)at..];
        int end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
