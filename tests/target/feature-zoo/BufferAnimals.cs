// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.FeatureZoo;

internal static class BufferAnimals
{
    private static Big _big;

    internal static void Run(ref ZooReport report, ulong seed)
    {
        Inline(ref report, seed);
        Large(ref report, seed);
        Puns(ref report, seed);
    }

    private static void Inline(ref ZooReport report, ulong seed)
    {
        var table = default(Table);
        table[(int)seed].Key = 40;
        table[7].Key = (int)seed;
        ulong sum = 0;
        foreach (ref readonly Row row in (ReadOnlySpan<Row>)table)
            sum += (ulong)row.Key;
        report.Line("inline array"u8, sum);
        Span<Row> rows = table;
        rows[1..3].Fill(new Row { Key = 9, Value = seed });
        report.Line("inline span"u8, table[2].Value + (ulong)table[1].Key);
        report.Line("sizes"u8, ((ulong)Unsafe.SizeOf<Row>() << 32) | (uint)Unsafe.SizeOf<Table>());
    }

    private static void Large(ref ZooReport report, ulong seed)
    {
        _big.Bytes[511] = (byte)seed;
        Big copy = _big;
        copy.Bytes[0] = 77;
        _big = copy;
        report.Line("large copy"u8, ((ulong)_big.Bytes[0] << 8) | _big.Bytes[511]);
        _big = default;
        report.Line("large clear"u8, (ulong)_big.Bytes[0] + _big.Bytes[511]);
    }

    private static void Puns(ref ZooReport report, ulong seed)
    {
        var mixed = new Mixed { All = seed * 0x0101_0101_0101 };
        report.Line("explicit layout"u8, mixed.High);
        Span<byte> bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref mixed, 1));
        report.Line("as bytes"u8, (ulong)bytes.Length);
        report.Line("cast"u8, MemoryMarshal.Cast<byte, ushort>(bytes)[2]);
        report.Line("read"u8, MemoryMarshal.Read<uint>(bytes[1..]));
        report.Line("unaligned"u8, Unsafe.ReadUnaligned<uint>(ref bytes[3]));
    }

    private struct Row
    {
        internal int Key;
        internal ulong Value;
    }

    [InlineArray(8)]
    private struct Table
    {
        private Row _element0;
    }

    [InlineArray(512)]
    private struct Bytes512
    {
        private byte _element0;
    }

    private struct Big
    {
        internal Bytes512 Bytes;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Mixed
    {
        [FieldOffset(0)]
        internal ulong All;

        [FieldOffset(4)]
        internal uint High;
    }
}
