// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.Tests.Elf;

/// <summary>Makes small ELF files.</summary>
public sealed class ElfBuilder
{
    private readonly List<(ulong Virtual, ulong Physical, byte[] Bytes, ulong Size, uint Flags)>
        _segments = [];

    private readonly List<(string Name, ulong Value)> _symbols = [];

    public ulong Entry { get; set; }

    public ElfBuilder Segment(ulong address, byte[] bytes, ulong size, uint flags = 5) =>
        Segment(address, address, bytes, size, flags);

    public ElfBuilder Segment(
        ulong virtualAddress, ulong physicalAddress, byte[] bytes, ulong size, uint flags = 5)
    {
        _segments.Add((virtualAddress, physicalAddress, bytes, size, flags));
        return this;
    }

    public ElfBuilder Symbol(string name, ulong value)
    {
        _symbols.Add((name, value));
        return this;
    }

    public byte[] Build()
    {
        int position = 64 + (56 * _segments.Count);
        byte[] file = new byte[position + _segments.Sum(s => s.Bytes.Length) + 4096];
        new byte[] { 0x7f, 0x45, 0x4c, 0x46, 2, 1, 1 }.CopyTo(file, 0);
        Half(file, 16, 2);
        Half(file, 18, 183);
        Long(file, 24, Entry);
        Long(file, 32, 64);
        Half(file, 56, (ushort)_segments.Count);
        for (int i = 0; i < _segments.Count; i++)
        {
            (ulong virtualAddress, ulong physical, byte[] bytes, ulong size, uint flags) =
                _segments[i];
            int at = 64 + (56 * i);
            Word(file, at, 1);
            Word(file, at + 4, flags);
            Long(file, at + 8, (ulong)position);
            Long(file, at + 16, virtualAddress);
            Long(file, at + 24, physical);
            Long(file, at + 32, (ulong)bytes.Length);
            Long(file, at + 40, size);
            bytes.CopyTo(file, position);
            position += bytes.Length;
        }

        AddSymbols(file, position);
        return file;
    }

    private void AddSymbols(byte[] file, int position)
    {
        int names = position + (24 * _symbols.Count);
        int next = 1;
        for (int i = 0; i < _symbols.Count; i++)
        {
            Word(file, position + (24 * i), (uint)next);
            Long(file, position + (24 * i) + 8, _symbols[i].Value);
            next += Encoding.ASCII.GetBytes(_symbols[i].Name, file.AsSpan(names + next)) + 1;
        }

        int sections = (names + next + 7) & ~7;
        Long(file, 40, (ulong)sections);
        Half(file, 60, 2);
        Word(file, sections + 4, 2);
        Long(file, sections + 24, (ulong)position);
        Long(file, sections + 32, (ulong)(24 * _symbols.Count));
        Word(file, sections + 40, 1);
        Word(file, sections + 64 + 4, 3);
        Long(file, sections + 64 + 24, (ulong)names);
        Long(file, sections + 64 + 32, (ulong)next);
    }

    private static void Half(byte[] file, int at, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Word(byte[] file, int at, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

    private static void Long(byte[] file, int at, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);
}
