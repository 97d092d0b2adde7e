// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>What a guest's load finds in its register.</summary>
internal static class ExtensionLemmas
{
    internal static IEnumerable<Lemma> All =>
    [
        Extend(),
        new EnumeratedLemma<NarrowCase>(
            "extend-bytes-and-halfwords",
            "Every 8-bit and 16-bit value is extended as LDRB, LDRSB, LDRH and LDRSH define it, "
                + "into W and X registers.",
            "a guest would read a wrong value from a device",
            nameof(ExitReply<>), nameof(ExitReply<>.Extend)),
        new EnumeratedLemma<WordCase>(
            "extend-words",
            "Every 32-bit value is extended as LDR Wt and LDRSW define it.",
            "a guest would read a wrong value from a device",
            nameof(ExitReply<>), nameof(ExitReply<>.Extend)),
    ];

    private static BitVectorLemma Extend()
    {
        BitVectorLemma lemma = new(
            "extend-read",
            "A read of 1, 2, 4 or 8 bytes reaches its register zero- or sign-extended to 32 or 64 "
                + "bits; the upper half of a 32-bit result is zero; bits above the read do not "
                + "matter.",
            "a monitor could put bits into a guest's register that the access did not read");
        BitVector access = lemma.Variable("access", 64), value = lemma.Variable("value", 64);
        BitVector size = access & 3;
        BitVector bits = 8.Word(64).ShiftLeft(size);
        BitVector low = value & (1.Word(64).ShiftLeft(bits) - 1);
        Formula isNegative = access.Bit(3) & !low.ShiftRight(bits - 1).Is(0);
        BitVector wide = isNegative.Choose(
            low | ulong.MaxValue.Word(64).ShiftLeft(bits), low);
        BitVector narrow = wide & uint.MaxValue;
        BitVector result = lemma.Function(
            nameof(ExitReply<>), nameof(ExitReply<>.Extend),
            bits.Is(64).Choose(value, access.Bit(4).Choose(wide, narrow)),
            point => ExitReply<SimulatedAsp>.Extend(new(point[access]), point[value]));
        for (int log = 0; log < 4; log++)
        {
            BitVector read = value.Extract((8 << log) - 1, 0);
            BitVector extended = access.Bit(3).Choose(read.SignExtend(64), read.ZeroExtend(64));
            BitVector half = extended.Extract(31, 0).ZeroExtend(64);
            BitVector wanted = log == 3 ? value : access.Bit(4).Choose(extended, half);
            lemma.Claims((!size.Is((ulong)log)) | result.Is(wanted));
        }
        return lemma;
    }

    private readonly struct NarrowCase : IEnumeratedCase
    {
        // Bit 20: halfword, 17: signed, 16: 64-bit register, the rest the value.
        public static ulong PointCount => 1 << 19;

        public static bool Holds(ulong point)
        {
            bool isHalf = (point & (1 << 18)) != 0, isSigned = (point & (1 << 17)) != 0;
            bool isWide = (point & (1 << 16)) != 0;
            MmioAccess access = new(isHalf ? 1u : 0, false, isSigned, isWide, 0);
            long signed = isHalf ? (short)point : (sbyte)point;
            ulong wanted = isSigned ? (ulong)signed : isHalf ? (ushort)point : (byte)point;
            if (!isWide) wanted = (uint)wanted;
            return ExitReply<SimulatedAsp>.Extend(access, point) == wanted;
        }

        public static string Describe(ulong point) =>
            $"value 0x{(ushort)point:x}, halfword {(point >> 18) & 1}, signed {(point >> 17) & 1}, "
            + $"64 bits {(point >> 16) & 1}";
    }

    private readonly struct WordCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            MmioAccess signed = new(2, false, true, true, 0);
            MmioAccess plain = new(2, false, false, false, 0);
            return ExitReply<SimulatedAsp>.Extend(signed, point) == (ulong)(int)point
                && ExitReply<SimulatedAsp>.Extend(plain, ~point << 32 | point) == point;
        }

        public static string Describe(ulong point) => $"value 0x{point:x}";
    }
}
