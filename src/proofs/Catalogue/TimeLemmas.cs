// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Native;
using Bulkhead.Vmm.Timing;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Conversions of time, and the monitor's physical timer.</summary>
internal static class TimeLemmas
{
    private const ulong Second = 1_000_000_000;
    private const string Type = nameof(PhysicalTimer);

    internal static IEnumerable<Lemma> All =>
    [
        Product(), Remaining(), Output(),
        new EnumeratedLemma<TicksCase>(
            "time-to-ticks",
            "Every duration below 2^32 ns is the whole number of 62.5 MHz ticks in it.",
            "a period or a deadline would be wrong",
            nameof(TickConversion), nameof(TickConversion.ToTicks)),
        new EnumeratedLemma<NanosecondsCase>(
            "time-to-nanoseconds",
            "Every count below 2^32 of 62.5 MHz ticks is its duration in nanoseconds, and "
                + "converting back gives the count.",
            "a program would see a wrong time",
            nameof(TickConversion), nameof(TickConversion.ToNanoseconds)),
    ];

    private static BitVectorLemma Product()
    {
        BitVectorLemma lemma = new(
            "time-no-wrap",
            "For every frequency below 2^34 Hz the fraction of a second times the frequency does "
                + "not wrap in 64 bits.",
            "a conversion would be wrong by more than a second");
        BitVector nanoseconds = lemma.Variable("nanoseconds", 64, greatest: 1ul << 60);
        BitVector frequency = lemma.Variable("frequency", 64, greatest: (1ul << 34) - 1);
        lemma.Assume(!frequency.Is(0));
        BitVector second = Second.Word(64);
        BitVector whole = nanoseconds.Quotient(second);
        BitVector rest = nanoseconds - (whole * second);
        BitVector product = rest * frequency;
        lemma.Function(
            nameof(TickConversion), nameof(TickConversion.ToTicks),
            (whole * frequency) + product.Quotient(second),
            point => TickConversion.ToTicks(point[nanoseconds], point[frequency]));
        lemma.Claims(rest.IsBelow(Second));
        BitVector exact = rest.ZeroExtend(128) * frequency.ZeroExtend(128);
        lemma.Claims(exact.Is(product.ZeroExtend(128)));
        return lemma;
    }

    private static BitVectorLemma Remaining()
    {
        BitVectorLemma lemma = new(
            "physical-timer-remaining",
            "What a guest writes to CNTP_TVAL it reads back at the same time, and the deadline is "
                + "its 32 bits, as a signed number, from now.",
            "a guest's timer would fire at another time than it was set to");
        BitVector value = lemma.Variable("value", 64), now = lemma.Variable("now", 64);
        BitVector compare = lemma.Function(
            Type, nameof(PhysicalTimer.SetRemaining), now + value.Extract(31, 0).SignExtend(64),
            point => Set(point[value], point[now]).CompareTicks);
        BitVector read = lemma.Function(
            Type, nameof(PhysicalTimer.RemainingTicks), (compare - now) & uint.MaxValue,
            point => Set(point[value], point[now]).RemainingTicks(point[now]));
        lemma.Claims(read.Is(value & uint.MaxValue));
        lemma.Claims((compare - now).Extract(63, 31).Is(0)
            | (~(compare - now)).Extract(63, 31).Is(0));
        return lemma;

        static PhysicalTimer Set(ulong value, ulong now)
        {
            PhysicalTimer timer = default;
            timer.SetRemaining(value, now);
            return timer;
        }
    }

    private static BitVectorLemma Output()
    {
        BitVectorLemma lemma = new(
            "physical-timer-output",
            "The output is high exactly when the timer is enabled, not masked and its time has "
                + "come; only enable and mask can be written, and the third bit shows the time.",
            "a guest's timer interrupt would come without reason, or not at all");
        BitVector control = lemma.Variable("control", 64), compare = lemma.Variable("compare", 64);
        BitVector now = lemma.Variable("now", 64);
        Formula isMet = control.Bit(0) & compare.IsAtMost(now);
        BitVector read = lemma.Function(
            Type, nameof(PhysicalTimer.Control), (control & 3) | isMet.ToWord(64) << 2,
            point => Set(point[control], point[compare]).Control(point[now]));
        Formula isHigh = lemma.Function(
            Type, nameof(PhysicalTimer.IsOutputHigh), isMet & !control.Bit(1),
            point => Set(point[control], point[compare]).IsOutputHigh(point[now]));
        lemma.Claims(isHigh.Is((read & 7).Is(5)) & (read & ~7ul).Is(0));
        return lemma;

        static PhysicalTimer Set(ulong control, ulong compare)
        {
            PhysicalTimer timer = default;
            timer.SetControl(control);
            timer.SetCompare(compare);
            return timer;
        }
    }

    private readonly struct TicksCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        // 62.5 MHz: a tick is 16 ns.
        public static bool Holds(ulong point) =>
            TickConversion.ToTicks(point, SimulatedClock.FrequencyHz) == point / 16;

        public static string Describe(ulong point) => $"0x{point:x} ns";
    }

    private readonly struct NanosecondsCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            ulong time = TickConversion.ToNanoseconds(point, SimulatedClock.FrequencyHz);
            return time == point * 16
                && TickConversion.ToTicks(time, SimulatedClock.FrequencyHz) == point;
        }

        public static string Describe(ulong point) => $"0x{point:x} ticks";
    }
}
