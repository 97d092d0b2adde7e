// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>The kernel's bits per virtual interrupt, and the simulated slots.</summary>
internal static class InterruptLemmas
{
    private const string Type = nameof(InterruptBits);

    internal static IEnumerable<Lemma> All =>
    [
        Change("interrupt-bits-set", "Setting", isSet: true),
        Change("interrupt-bits-clear", "Clearing", isSet: false),
        Candidate(),
        new EnumeratedLemma<SlotCase>(
            "simulated-slot",
            "Every virtual interrupt, priority, binding and physical interrupt come back from a "
                + "simulated slot, through every change of its state.",
            "the simulation would deliver another interrupt than the kernel placed",
            nameof(InterruptSlot), nameof(InterruptSlot.With)),
    ];

    private static BitVectorLemma Change(string name, string verb, bool isSet)
    {
        BitVectorLemma lemma = new(
            name,
            $"{verb} the bit of an interrupt changes the answer for that interrupt and for no "
                + "other of the 256.",
            "one interrupt would be enabled, pending or active in place of another");
        BitVector[] words = Words(lemma, "word");
        BitVector which = lemma.Variable("which", 32, greatest: 255);
        BitVector other = lemma.Variable("other", 32, greatest: 255);
        BitVector bit = 1.Word(64).ShiftLeft((which & 63).ZeroExtend(64));
        BitVector[] after = new BitVector[words.Length];
        for (int index = 0; index < words.Length; index++)
        {
            int place = index;
            BitVector changed = isSet ? words[index] | bit : words[index] & ~bit;
            after[index] = lemma.Function(
                Type, isSet ? nameof(InterruptBits.Set) : nameof(InterruptBits.Clear),
                (which >> 6).Is((ulong)index).Choose(changed, words[index]),
                point => After(point)[place]);
        }
        Formula before = lemma.Function(
            Type, nameof(InterruptBits.Has), Has(words, other),
            point => Bits(point, words).Has((uint)point[other]));
        Formula now = lemma.Function(
            Type, nameof(InterruptBits.Has), Has(after, other),
            point => After(point).Has((uint)point[other]));
        Formula isChanged = other.Is(which);
        lemma.Claims(now.Is(isSet ? before | isChanged : before & !isChanged));
        return lemma;

        InterruptBits After(Point point)
        {
            InterruptBits bits = Bits(point, words);
            bits.Put((uint)point[which], isSet);
            return bits;
        }
    }

    private static BitVectorLemma Candidate()
    {
        BitVectorLemma lemma = new(
            "interrupt-candidate",
            "Among interrupts of equal priority the most urgent is the lowest that is pending, "
                + "enabled and not active; there is a candidate exactly when there is such a one.",
            "a pending interrupt would wait for ever, or one be delivered that must not be");
        BitVector[] pending = Words(lemma, "pending"), enabled = Words(lemma, "enabled");
        BitVector[] active = Words(lemma, "active");
        BitVector witness = lemma.Variable("witness", 32, greatest: 255);
        BitVector[] ready = [.. Enumerable.Range(0, InterruptBits.Words)
            .Select(index => pending[index] & enabled[index] & ~active[index])];
        Formula has = lemma.Function(
            nameof(VirtualInterruptSet), nameof(VirtualInterruptSet.HasCandidate),
            !(ready[0] | ready[1] | ready[2] | ready[3]).Is(0),
            point => Set(point).HasCandidate);
        BitVector most = lemma.Function(
            nameof(VirtualInterruptSet), nameof(VirtualInterruptSet.MostUrgent), Lowest(ready),
            point => Set(point).MostUrgent());
        Formula isReady = Has(pending, witness) & Has(enabled, witness) & !Has(active, witness);
        lemma.Claims(isReady.Implies(has & most.IsAtMost(witness)));
        lemma.Claims(has.Implies(most.IsBelow(256) & Has(ready, most)));
        lemma.Claims(has | most.Is(uint.MaxValue));
        return lemma;

        VirtualInterruptSet Set(Point point) => new()
        {
            Pending = Bits(point, pending),
            Enabled = Bits(point, enabled),
            Active = Bits(point, active),
        };
    }

    // The number of the lowest bit that is set in the words, all ones when none is.
    private static BitVector Lowest(BitVector[] words)
    {
        BitVector lowest = ((ulong)uint.MaxValue).Word(32);
        for (int index = words.Length - 1; index >= 0; index--)
        {
            BitVector rest = words[index], number = (64 * index).Word(32);
            for (int step = 32; step > 0; step /= 2)
            {
                Formula isEmpty = (rest & ((1ul << step) - 1)).Is(0);
                rest = isEmpty.Choose(rest >> step, rest);
                number = isEmpty.Choose(number + (ulong)step, number);
            }
            lowest = words[index].Is(0).Choose(lowest, number);
        }
        return lowest;
    }

    private static BitVector[] Words(BitVectorLemma lemma, string name) =>
        [.. Enumerable.Range(0, InterruptBits.Words)
            .Select(index => lemma.Variable($"{name}{index}", 64))];

    private static InterruptBits Bits(Point point, BitVector[] words)
    {
        InterruptBits bits = default;
        for (int index = 0; index < words.Length; index++) bits[index] = point[words[index]];
        return bits;
    }

    private static Formula Has(BitVector[] words, BitVector which)
    {
        BitVector word = words[0];
        for (int index = 1; index < words.Length; index++)
        {
            word = (which >> 6).Is((ulong)index).Choose(words[index], word);
        }
        return word.ShiftRight((which & 63).ZeroExtend(64)).Bit(0);
    }

    private readonly struct SlotCase : IEnumeratedCase
    {
        // 8 bits of virtual interrupt, 8 of priority, bound or not, 8 of physical, 3 of state.
        public static ulong PointCount => 1 << 28;

        public static bool Holds(ulong point)
        {
            uint interrupt = (byte)point, physical = (byte)(point >> 17);
            byte priority = (byte)(point >> 8);
            bool isBound = (point & (1 << 16)) != 0, isPending = (point & (1 << 25)) != 0;
            bool isActive = (point & (1 << 26)) != 0, isEnded = (point & (1 << 27)) != 0;
            InterruptSlot slot = new InterruptSlot(interrupt, priority, isBound, physical)
                .With(isPending, isActive, isEnded);
            return slot.Interrupt == interrupt && slot.Priority == priority
                && slot.IsBound == isBound && slot.Physical == physical
                && slot.IsPending == isPending && slot.IsActive == isActive
                && slot.IsEnded == isEnded && slot.IsFree == !(isPending || isActive || isEnded);
        }

        public static string Describe(ulong point) =>
            $"interrupt {(byte)point}, priority 0x{(byte)(point >> 8):x}, "
            + $"physical {(byte)(point >> 17)}, bound {(point >> 16) & 1}, state {point >> 25:b3}";
    }
}
