// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Numerics;

namespace Bulkhead.FeatureZoo;

internal static class IntegerAnimals
{
    internal static void Run(ref ZooReport report, ulong seed)
    {
        Bits(ref report, seed);
        Arithmetic(ref report, seed);
        Orders(ref report, seed);
    }

    private static void Bits(ref ZooReport report, ulong seed)
    {
        uint small = (uint)seed;
        report.Line("lzc64"u8, (ulong)BitOperations.LeadingZeroCount(seed));
        report.Line("lzc32"u8, (ulong)BitOperations.LeadingZeroCount(small));
        report.Line("lzc zero"u8, (ulong)BitOperations.LeadingZeroCount(seed - seed));
        report.Line("tzc64"u8, (ulong)BitOperations.TrailingZeroCount(seed << 9));
        report.Line("tzc32"u8, (ulong)BitOperations.TrailingZeroCount(small << 9));
        report.Line("tzc zero"u8, (ulong)BitOperations.TrailingZeroCount(small - small));
        report.Line("pop64"u8, (ulong)BitOperations.PopCount(seed * 0x0123_4567_89AB_CDEF));
        report.Line("pop32"u8, (ulong)BitOperations.PopCount(small * 0x89AB_CDEF));
        report.Line("log2"u8, (ulong)BitOperations.Log2(seed * 1000));
        report.Line("rol"u8, BitOperations.RotateLeft(seed, 63));
        report.Line("ror32"u8, BitOperations.RotateRight(small, 1));
        report.Line("pow2"u8, BitOperations.IsPow2(seed + 1));
        report.Line("round up"u8, BitOperations.RoundUpToPowerOf2(seed * 1000));
        report.Line("round up 0"u8, BitOperations.RoundUpToPowerOf2(seed - seed));
        report.Line("round up 1"u8, BitOperations.RoundUpToPowerOf2(seed - 2));
        report.Line("round up32"u8, BitOperations.RoundUpToPowerOf2(small * 1000));
        report.Line("round up32 0"u8, BitOperations.RoundUpToPowerOf2(small - small));
        report.Line("round up32 1"u8, BitOperations.RoundUpToPowerOf2(small - 2));
        report.Line("round up32 big"u8, BitOperations.RoundUpToPowerOf2(small | 0x8000_0000));
    }

    private static void Arithmetic(ref ZooReport report, ulong seed)
    {
        report.Line("mul high"u8, Math.BigMul(seed << 62, seed << 40, out ulong low));
        report.Line("mul low"u8, low);
        report.Line(
            "smul high"u8, (ulong)Math.BigMul(-(long)seed, (long)seed << 60, out long slow));
        report.Line("smul low"u8, (ulong)slow);
        report.Line("min"u8, Math.Min(seed, 2ul));
        report.Line("max"u8, (ulong)Math.Max(-(int)seed, 2));
        report.Line("clamp"u8, (ulong)Math.Clamp((int)seed, 10, 20));
        report.Line("abs"u8, (ulong)Math.Abs(-(long)seed));
        (ulong quotient, ulong remainder) = Math.DivRem(seed * 1000, 7ul);
        report.Line("quotient"u8, quotient);
        report.Line("remainder"u8, remainder);
        report.Line("signed div"u8, (ulong)(-(long)seed * 100 / 7));
        report.Line("signed mod"u8, (ulong)(-(long)seed * 100 % 7));
        report.Line("checked"u8, checked(seed + 5));
        report.Line("checked narrow"u8, checked((byte)seed));
        report.Line("compare"u8, (ulong)seed.CompareTo(4ul));
        report.Line("equals"u8, ((int)seed).Equals(3));
    }

    private static void Orders(ref ZooReport report, ulong seed)
    {
        ulong pattern = seed * 0x0102_0304_0506_0708;
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(bytes, pattern);
        report.Line("little"u8, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        report.Line("big"u8, BinaryPrimitives.ReadUInt64BigEndian(bytes));
        report.Line("big32"u8, BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));
        report.Line("little16"u8, BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], -(int)seed);
        report.Line("signed"u8, (ulong)BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]));
        report.Line("try"u8, BinaryPrimitives.TryReadUInt32BigEndian(bytes[13..], out _));
        report.Line("reverse16"u8, BinaryPrimitives.ReverseEndianness((ushort)pattern));
        report.Line("reverse32"u8, BinaryPrimitives.ReverseEndianness((uint)pattern));
    }
}
