// SPDX-License-Identifier: MIT
using Bulkhead.Partitions.Console;
using Bulkhead.Vmm.Registers;
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Identification fields, and the rings of UART and console.</summary>
internal static class MonitorLemmas
{
    internal static IEnumerable<Lemma> All =>
    [
        Keep(), Limit(),
        new EnumeratedLemma<FifoCase>(
            "receive-fifo",
            "Every sequence of 24 puts and takes returns the entries in their order, none twice, "
                + "none lost, and counts them.",
            "a guest would read characters twice, in another order, or not at all",
            nameof(ReceiveFifo), nameof(ReceiveFifo.Put), nameof(ReceiveFifo.Take)),
        new EnumeratedLemma<TransmitCase>(
            "transmit-buffer",
            "For every fill and byte: the short way takes a byte exactly when the whole way "
                + "would not write out, and then leaves the same bytes; the fill never exceeds "
                + "the buffer.",
            "guest output would be lost, or written beyond the buffer",
            nameof(TransmitBuffer), nameof(TransmitBuffer.Add),
            nameof(TransmitBuffer.TryAddInside)),
        new EnumeratedLemma<InputCase>(
            "input-ring",
            "From every start and fill of the console's ring the next put goes behind the last "
                + "byte, a full ring refuses, and the bytes come out in their order.",
            "typed characters would overwrite each other",
            nameof(ClientRing), nameof(ClientRing.TryPut), nameof(ClientRing.TryTake)),
    ];

    private static BitVectorLemma Keep()
    {
        BitVectorLemma lemma = new(
            "field-keep",
            "Each four-bit field of an identification register is kept exactly when its bit is "
                + "set in the mask, and is zero otherwise.",
            "a guest would see a feature that it does not get");
        BitVector value = lemma.Variable("value", 64), fields = lemma.Variable("fields", 16);
        BitVector spread = fields.ZeroExtend(64);
        spread = (spread | spread << 24) & 0x0000_00ff_0000_00ff;
        spread = (spread | spread << 12) & 0x000f_000f_000f_000f;
        spread = (spread | spread << 6) & 0x0303_0303_0303_0303;
        spread = (spread | spread << 3) & 0x1111_1111_1111_1111;
        BitVector kept = lemma.Function(
            nameof(FieldView), nameof(FieldView.Keep), value & (spread * 15),
            point => FieldView.Keep(point[value], (ushort)point[fields]));
        for (int index = 0; index < 16; index++)
        {
            BitVector field = value.Extract((4 * index) + 3, 4 * index);
            lemma.Claims(kept.Extract((4 * index) + 3, 4 * index)
                .Is(fields.Bit(index).Choose(field, 0.Word(4))));
        }
        return lemma;
    }

    private static BitVectorLemma Limit()
    {
        BitVectorLemma lemma = new(
            "field-limit",
            "Limiting a field gives the lesser of field and limit and changes no other bit.",
            "a guest would see a feature that it does not get");
        BitVector value = lemma.Variable("value", 64), place = lemma.Variable("place", 4);
        BitVector greatest = lemma.Variable("greatest", 4);
        BitVector shift = place.ZeroExtend(64) << 2;
        BitVector limit = greatest.ZeroExtend(64), hole = 15.Word(64).ShiftLeft(shift);
        BitVector field = value.ShiftRight(shift) & 15;
        BitVector limited = lemma.Function(
            nameof(FieldView), nameof(FieldView.Limit),
            field.IsAtMost(limit).Choose(value, (value & ~hole) | limit.ShiftLeft(shift)),
            point => FieldView.Limit(point[value], 4 * (int)point[place], point[greatest]));
        BitVector after = limited.ShiftRight(shift) & 15;
        lemma.Claims(after.Is(field.IsBelow(limit).Choose(field, limit)));
        lemma.Claims(((limited ^ value) & ~hole).Is(0));
        return lemma;
    }

    private readonly struct FifoCase : IEnumeratedCase
    {
        private const int Steps = 24;

        public static ulong PointCount => 1 << Steps;

        public static bool Holds(ulong point)
        {
            ReceiveFifo fifo = default;
            uint put = 0, taken = 0;
            for (int step = 0; step < Steps; step++)
            {
                bool isPut = ((point >> step) & 1) != 0;
                if (isPut && put - taken < ReceiveFifo.EntriesMax) fifo.Put((ushort)++put);
                else if (!isPut && fifo.Take() != (put == taken ? 0 : ++taken)) return false;
                if (fifo.Count != put - taken) return false;
            }
            return true;
        }

        public static string Describe(ulong point) => $"puts (1) and takes (0) 0b{point:b24}";
    }

    private readonly struct TransmitCase : IEnumeratedCase
    {
        // 8 bits of byte, 7 of fill: a full buffer was written out already.
        public static ulong PointCount => 1 << 15;

        public static bool Holds(ulong point)
        {
            int fill = (int)(point >> 8);
            TransmitBuffer whole = default;
            for (int index = 0; index < fill; index++) whole.Add((byte)(index | 0x80));
            TransmitBuffer quick = whole;
            bool isQuick = quick.TryAddInside((byte)point);
            bool mustWrite = whole.Add((byte)point);
            bool isFirst = fill == 0;
            if (isQuick != (!mustWrite && !isFirst)) return false;
            if (whole.Count != fill + 1 || whole.Bytes[fill] != (byte)point) return false;
            return isQuick ? quick.Bytes.SequenceEqual(whole.Bytes) : quick.Count == fill;
        }

        public static string Describe(ulong point) =>
            $"fill {point >> 8}, byte 0x{(byte)point:x}";
    }

    private readonly struct InputCase : IEnumeratedCase
    {
        private const ulong Fills = ClientRing.BytesMax + 1;

        public static ulong PointCount => ClientRing.BytesMax * Fills;

        public static bool Holds(ulong point)
        {
            int start = (int)(point / Fills), fill = (int)(point % Fills);
            ClientRing ring = default;
            for (int index = 0; index < start; index++)
            {
                ring.TryPut(0);
                ring.TryTake(out _);
            }
            for (int index = 0; index < fill; index++) ring.TryPut((byte)(index * 7));
            bool isFull = fill == ClientRing.BytesMax;
            if (ring.Count != fill || ring.TryPut(0xee) == isFull) return false;
            for (int index = 0; index < fill; index++)
            {
                if (!ring.TryTake(out byte value) || value != (byte)(index * 7)) return false;
            }
            bool hasLast = ring.TryTake(out byte last);
            return hasLast != isFull && last == (isFull ? 0 : 0xee) && !ring.TryTake(out _);
        }

        public static string Describe(ulong point) =>
            $"start {point / Fills}, fill {point % Fills}";
    }
}
