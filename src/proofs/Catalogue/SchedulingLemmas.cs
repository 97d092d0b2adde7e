// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Budgets and periods.</summary>
internal static class SchedulingLemmas
{
    // The counter of a machine that counts nanoseconds reaches this after 146 years.
    private const ulong TicksMax = 1ul << 62;
    private const string Type = nameof(Scheduler<>);

    internal static IEnumerable<Lemma> All => [DecodeTime(), Refill(), Charge(), ChargeEndless()];

    private static BitVectorLemma DecodeTime()
    {
        BitVectorLemma lemma = new(
            "scheduling-decode-time",
            "Budget and period are accepted exactly when both are at most 2^62 and, with a "
                + "period, the budget is at least 1 and at most the period.",
            "a sum of times could wrap, or a context could own more than the processor");
        BitVector budget = lemma.Variable("budget", 64), period = lemma.Variable("period", 64);
        BitVector Code(Reason reason) => new ResultCode(Status.BadParameter, reason).Value.Word(64);
        Formula isTooLong = !budget.IsAtMost(TicksMax) | !period.IsAtMost(TicksMax);
        Formula isTooMuch = !period.Is(0) & (budget.Is(0) | period.IsBelow(budget));
        BitVector result = lemma.Function(
            nameof(CreateSchedulingContext<>), nameof(CreateSchedulingContext<>.DecodeTime),
            isTooLong.Choose(
                Code(Reason.BadArgument),
                isTooMuch.Choose(Code(Reason.BudgetExceedsPeriod), 0.Word(64))),
            point => CreateSchedulingContext<SimulatedAsp>
                .DecodeTime(point[budget], point[period]).Value);
        Formula isGood = budget.IsAtMost(TicksMax) & period.IsAtMost(TicksMax)
            & (period.Is(0) | (!budget.Is(0) & budget.IsAtMost(period)));
        lemma.Claims(result.Is(0).Is(isGood));
        return lemma;
    }

    private static BitVectorLemma Refill()
    {
        BitVectorLemma lemma = new(
            "scheduling-refill",
            "A refill moves the start of the period by whole periods, to at most one period "
                + "before now, and sets the budget; the next start does not wrap.",
            "periods would drift, or a budget would be given twice in a period");
        Times times = Times.In(lemma);
        BitVector moved = times.Passed.RoundDown(times.Period);
        BitVector start = lemma.Function(
            Type, nameof(Scheduler<>.Refill), times.Start + moved,
            point => Run(point).PeriodStart);
        BitVector remaining = lemma.Function(
            Type, nameof(Scheduler<>.Refill), times.Budget, point => Run(point).RemainingTicks);
        lemma.Claims(start.IsAtMost(times.Now) & times.Start.IsAtMost(start));
        lemma.Claims((times.Now - start).IsBelow(times.Period));
        lemma.Claims(remaining.Is(times.Budget));
        lemma.Claims((start + times.Period).IsBelow(1ul << 63) & start.IsBelow(1ul << 63));
        return lemma;

        SchedulingContext Run(Point point)
        {
            SchedulingContext entry = times.Entry(point);
            Scheduler<SimulatedAsp>.Refill(ref entry, times.NowAt(point));
            return entry;
        }
    }

    private static BitVectorLemma Charge()
    {
        BitVectorLemma lemma = new(
            "scheduling-charge",
            "Charging never raises what is left above the budget, nor at all inside a period, "
                + "takes off what was used since the period began, and leaves now inside the "
                + "period; no sum wraps.",
            "a context would run longer than its budget in some period");
        Times times = Times.In(lemma);
        BitVector used = times.Used, passed = times.Passed;
        Formula isRenewed = times.Period.IsAtMost(passed);
        BitVector renewed = times.Start + passed.RoundDown(times.Period);
        BitVector start = lemma.Function(
            Type, nameof(Scheduler<>.Charge), isRenewed.Choose(renewed, times.Start),
            point => SchedulerBench.Charge(times.Entry(point), times, point).PeriodStart);
        BitVector since = times.Now - start;
        BitVector counted = (isRenewed & since.IsBelow(used)).Choose(since, used);
        BitVector before = isRenewed.Choose(times.Budget, times.Remaining);
        BitVector left = lemma.Function(
            Type, nameof(Scheduler<>.Charge),
            counted.IsBelow(before).Choose(before - counted, 0.Word(64)),
            point => SchedulerBench.Charge(times.Entry(point), times, point).RemainingTicks);
        lemma.Claims(left.IsAtMost(times.Budget));
        lemma.Claims((!isRenewed).Implies(left.IsAtMost(times.Remaining) & start.Is(times.Start)));
        lemma.Claims(start.IsAtMost(times.Now) & since.IsBelow(times.Period));
        lemma.Claims(counted.IsAtMost(used));
        lemma.Claims(left.Is(0) | (left + counted).Is(before));
        lemma.Claims((times.Now + left).IsBelow(1ul << 63));
        return lemma;
    }

    private static BitVectorLemma ChargeEndless()
    {
        BitVectorLemma lemma = new(
            "scheduling-charge-turn",
            "Without a period what is left of a turn is never nothing and never more than the "
                + "budget, and the time used is counted in full.",
            "a context without period would lose the processor for ever, or never give it up");
        Times times = Times.In(lemma, hasPeriod: false);
        BitVector used = times.Used;
        BitVector left = lemma.Function(
            Type, nameof(Scheduler<>.Charge),
            used.IsBelow(times.Remaining).Choose(times.Remaining - used, times.Budget),
            point => SchedulerBench.Charge(times.Entry(point), times, point).RemainingTicks);
        BitVector consumed = lemma.Function(
            Type, nameof(Scheduler<>.Charge), times.Start + used, point =>
            {
                SchedulingContext entry = times.Entry(point);
                entry.ConsumedTicks = point[times.Start];
                return SchedulerBench.Charge(entry, times, point).ConsumedTicks;
            });
        lemma.Assume(!times.Remaining.Is(0));
        lemma.Claims(!left.Is(0) & left.IsAtMost(times.Budget));
        lemma.Claims((consumed - times.Start).Is(used) & (times.Now + left).IsBelow(1ul << 63));
        return lemma;
    }

    /// <summary>The times of a scheduling context that <c>DecodeTime</c> accepted. The variables
    /// are the distances between them, which the solver and the random points find easier.
    /// </summary>
    internal sealed record Times(
        BitVector Start, BitVector Passed, BitVector Used, BitVector Remaining, BitVector Spent,
        BitVector Rest)
    {
        internal BitVector Now { get; } = Start + Passed;

        internal BitVector Budget { get; } = Remaining + Spent;

        internal BitVector Period { get; private init; } = Remaining + Spent + Rest;

        internal static Times In(BitVectorLemma lemma, bool hasPeriod = true)
        {
            BitVector Ticks(string name) => lemma.Variable(name, 64, greatest: TicksMax);
            Times times = new(
                Ticks("start"), Ticks("passed"), Ticks("used"), Ticks("remaining"),
                Ticks("spent"), Ticks("rest"));
            if (!hasPeriod) times = times with { Period = 0.Word(64) };
            lemma.Assume(times.Now.IsBelow(TicksMax) & times.Used.IsAtMost(times.Now));
            lemma.Assume(!times.Budget.Is(0) & times.Budget.IsAtMost(TicksMax));
            lemma.Assume(times.Period.IsAtMost(TicksMax));
            return times;
        }

        internal ulong NowAt(Point point) => point[Start] + point[Passed];

        internal ulong ChargedAt(Point point) => NowAt(point) - point[Used];

        internal SchedulingContext Entry(Point point)
        {
            ulong budget = point[Remaining] + point[Spent];
            return new()
            {
                BudgetTicks = budget,
                PeriodTicks = Period.Operation == Operation.Constant ? 0 : budget + point[Rest],
                RemainingTicks = point[Remaining],
                PeriodStart = point[Start],
            };
        }
    }
}
