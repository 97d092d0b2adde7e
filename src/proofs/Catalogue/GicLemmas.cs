// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Gic;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Register algebra of the monitor's interrupt controller.</summary>
internal static class GicLemmas
{
    private const string Type = nameof(InterruptBankRegisters);
    private const string WriteName = nameof(InterruptBankRegisters.Write);
    private const string ReadName = nameof(InterruptBankRegisters.Read);
    private const uint Bank = 4;

    internal static IEnumerable<Lemma> All =>
    [
        WriteOne("gic-enable", "ISENABLER and ICENABLER", 0x100 + Bank, 0x180 + Bank),
        WriteOne("gic-pending", "ISPENDR and ICPENDR", 0x200 + Bank, 0x280 + Bank),
        WriteOne("gic-active", "ISACTIVER and ICACTIVER", 0x300 + Bank, 0x380 + Bank),
        Delivery(), Configuration(), Priority(),
        new EnumeratedLemma<OffsetCase>(
            "gic-register-decoding",
            "Every offset of the per-interrupt registers is the register of IHI 0069, of a bank "
                + "and first interrupt in range, and no access that is allowed leaves its bank.",
            "a register access would reach another interrupt or leave the table",
            nameof(BankRegister), nameof(BankRegister.Bank), nameof(BankRegister.FirstIndex)),
        new EnumeratedLemma<RouteCase>(
            "gic-route-decoding",
            "Of every offset of the distributor exactly those of IROUTER32 to IROUTER255 have a "
                + "route, each interrupt its own.",
            "a route would be written to another interrupt or beyond the table",
            nameof(Distributor), nameof(Distributor.SharedIndex)),
    ];

    private static BitVectorLemma WriteOne(string name, string registers, uint set, uint clear)
    {
        BitVectorLemma lemma = new(
            name,
            $"{registers}: ones set or clear the bit, zeros leave it, both registers read the "
                + "same, and no other kind of state changes.",
            "a guest's write would change interrupts that it did not name");
        BitVector enabled = lemma.Variable("enabled", 32);
        BitVector pending = lemma.Variable("pending", 32);
        BitVector active = lemma.Variable("active", 32);
        BitVector value = lemma.Variable("value", 32);
        BitVector before = set < 0x180 ? enabled : set < 0x280 ? pending : active;
        BankBench Bench(Point point) => new(
            (uint)point[enabled], (uint)point[pending], (uint)point[active], 0);
        BitVector isSet = lemma.Function(
            Type, WriteName, before | value, point =>
                Bench(point).Write(set, point[value]).Read(clear));
        BitVector isCleared = lemma.Function(
            Type, WriteName, before & ~value, point =>
                Bench(point).Write(clear, point[value]).Read(set));
        uint other = set < 0x180 ? 0x300 + Bank : 0x100 + Bank;
        BitVector rest = lemma.Function(
            Type, ReadName, set < 0x180 ? active : enabled,
            point => Bench(point).Write(set, point[value]).Write(clear, point[value]).Read(other));
        lemma.Claims((isSet & value).Is(value) & (isCleared & value).Is(0));
        lemma.Claims((isSet & ~value).Is(before & ~value));
        lemma.Claims((isCleared & ~value).Is(before & ~value));
        lemma.Claims(rest.Is(set < 0x180 ? active : enabled));
        return lemma;
    }

    private static BitVectorLemma Delivery()
    {
        BitVectorLemma lemma = new(
            "gic-enable-reaches-kernel",
            "After any two writes to ISENABLER and ICENABLER the kernel may deliver exactly the "
                + "interrupts that read as enabled.",
            "a disabled interrupt would be delivered, or an enabled one not");
        BitVector enabled = lemma.Variable("enabled", 32);
        BitVector set = lemma.Variable("set", 32), clear = lemma.Variable("clear", 32);
        BankBench Bench(Point point) => new BankBench((uint)point[enabled], 0, 0, 0)
            .Write(0x100 + Bank, point[set]).Write(0x180 + Bank, point[clear]);
        BitVector read = lemma.Function(
            Type, ReadName, (enabled | set) & ~clear, point => Bench(point).Read(0x100 + Bank));
        BitVector delivered = lemma.Function(
            nameof(InterruptBank), nameof(InterruptBank.Enable),
            (enabled & ~clear) | (set & ~clear), point => Bench(point).Delivered);
        lemma.Claims(read.Is(delivered));
        return lemma;
    }

    private static BitVectorLemma Configuration()
    {
        BitVectorLemma lemma = new(
            "gic-configuration",
            "ICFGR: the upper bit of each pair is kept where the trigger may change and is "
                + "unchanged elsewhere; lower bits read as zero; the other half does not change.",
            "an edge would be taken for a level, and an interrupt lost or repeated");
        BitVector edge = lemma.Variable("edge", 32), value = lemma.Variable("value", 32);
        BitVector mask = lemma.Variable("mask", 32), half = lemma.Variable("half", 1);
        BitVector Spread(BitVector low)
        {
            BitVector spread = low.ZeroExtend(32);
            spread = (spread | spread << 8) & 0x00ff_00ff;
            spread = (spread | spread << 4) & 0x0f0f_0f0f;
            spread = (spread | spread << 2) & 0x3333_3333;
            return ((spread | spread << 1) & 0x5555_5555) << 1;
        }
        Formula isUpper = half.Is(1);
        BitVector Half(BitVector word, bool same) => Spread(
            (same ? isUpper : !isUpper).Choose(word.Extract(31, 16), word.Extract(15, 0)));
        uint Offset(Point point, bool same) =>
            0xc08 + (point.IsSet(half) == same ? 4u : 0);
        BankBench Bench(Point point) => new BankBench(0, 0, 0, (uint)point[edge])
            .Write(Offset(point, true), point[value], (uint)point[mask]);
        BitVector allowed = Half(mask, same: true);
        BitVector here = lemma.Function(
            Type, WriteName, (value & allowed) | (Half(edge, same: true) & ~allowed),
            point => Bench(point).Read(Offset(point, true)));
        BitVector there = lemma.Function(
            Type, WriteName, Half(edge, same: false),
            point => Bench(point).Read(Offset(point, false)));
        lemma.Claims((here & 0x5555_5555).Is(0) & (there & 0x5555_5555).Is(0));
        lemma.Claims((!mask.Is(uint.MaxValue)) | here.Is(value & 0xaaaa_aaaa));
        lemma.Claims((!mask.Is(0)) | here.Is(Half(edge, same: true)));
        for (int bit = 1; bit < 32; bit += 2)
        {
            Formula isEdge = isUpper.Choose(
                edge.Extract(15 - (bit / 2), 15 - (bit / 2)).ZeroExtend(1),
                edge.Extract(31 - (bit / 2), 31 - (bit / 2))).Is(1);
            lemma.Claims(there.Bit(31 - bit + 1).Is(isEdge));
        }
        return lemma;
    }

    private static BitVectorLemma Priority()
    {
        BitVectorLemma lemma = new(
            "gic-priority",
            "IPRIORITYR: each byte written reads back with its five implemented bits, as a word "
                + "and as a byte, and a byte's neighbours do not change.",
            "an interrupt would get another one's urgency");
        BitVector word = lemma.Variable("word", 32), value = lemma.Variable("value", 8);
        BitVector place = lemma.Variable("place", 2), row = lemma.Variable("row", 3);
        uint Offset(Point point) => 0x420 + (4 * (uint)point[row]);
        BankBench Bench(Point point) => new BankBench(~0u, 0, 0, 0)
            .Write(Offset(point), point[word]);
        BitVector kept = lemma.Function(
            Type, WriteName, word & 0xf8f8_f8f8, point => Bench(point).Read(Offset(point)));
        BitVector shift = place.ZeroExtend(32) << 3;
        BitVector hole = 0xff.Word(32).ShiftLeft(shift);
        BitVector changed = lemma.Function(
            Type, WriteName,
            (kept & ~hole) | (value & 0xf8).ZeroExtend(32).ShiftLeft(shift),
            point => Bench(point).Write(Offset(point) + (uint)point[place], point[value], bytes: 1)
                .Read(Offset(point)));
        BitVector read = lemma.Function(
            Type, ReadName, value & 0xf8,
            point => Bench(point).Write(Offset(point) + (uint)point[place], point[value], bytes: 1)
                .Read(Offset(point) + (uint)point[place], bytes: 1));
        lemma.Claims(((kept ^ word) & 0xf8f8_f8f8).Is(0) & (kept & 0x0707_0707).Is(0));
        lemma.Claims(((changed ^ kept) & ~hole).Is(0));
        lemma.Claims(changed.ShiftRight(shift).Extract(7, 0).Is(read));
        lemma.Claims((read & 7).Is(0) & ((read ^ value) & 0xf8).Is(0));
        return lemma;
    }

    private readonly struct OffsetCase : IEnumeratedCase
    {
        private static ReadOnlySpan<byte> Kinds => [0, 1, 2, 3, 4, 5, 6, 7];

        public static ulong PointCount => BankRegister.EndOffset - BankRegister.FirstOffset;

        public static bool Holds(ulong point)
        {
            uint offset = (uint)point + BankRegister.FirstOffset;
            BankRegister register = new(offset);
            BankRegisterKind kind = offset switch
            {
                < 0x400 => (BankRegisterKind)Kinds[(int)(offset / 0x80)],
                < 0x800 => BankRegisterKind.Priority,
                < 0xc00 => BankRegisterKind.Reserved,
                _ => BankRegisterKind.Configuration,
            };
            if (register.Kind != kind || register.Bank > 31) return false;
            uint interrupt = (32 * register.Bank) + (uint)register.FirstIndex;
            uint wanted = kind switch
            {
                BankRegisterKind.Priority => offset - 0x400,
                BankRegisterKind.Configuration => (offset - 0xc00) / 4 * 16,
                BankRegisterKind.Reserved => interrupt,
                _ => (offset & 0x7f) / 4 * 32,
            };
            uint last = (uint)register.FirstIndex + kind switch
            {
                BankRegisterKind.Priority => register.Allows(4) && offset % 4 == 0 ? 3u : 0,
                BankRegisterKind.Configuration => 15u,
                _ => 31u,
            };
            bool allowsByte = register.Allows(1) == (kind == BankRegisterKind.Priority);
            return interrupt == wanted && last < 32 && allowsByte && register.Allows(4)
                && !register.Allows(2) && !register.Allows(8);
        }

        public static string Describe(ulong point) =>
            $"offset 0x{point + BankRegister.FirstOffset:x}";
    }

    private readonly struct RouteCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 16;

        public static bool Holds(ulong point)
        {
            uint index = Distributor.SharedIndex((uint)point);
            bool hasRoute = point is >= 0x6100 and < 0x6800;
            return hasRoute ? index == (point - 0x6100) / 8 : index >= 224;
        }

        public static string Describe(ulong point) => $"offset 0x{point:x}";
    }
}
