// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using Bulkhead.Simulation.Oracle;
using Bulkhead.Specification;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Simulation.Tests.Oracle;

/// <summary>The kernel is right and the specification is wrong: the comparison must say so, by
/// nothing but what programs get.</summary>
public sealed class WrongSpecificationTests
{
    private const ulong Ticks = StartingSystem.WindowTicks;

    [Fact]
    public void TheRightOneAgrees()
    {
        using World world = new();
        KernelOracle oracle = new(world, OracleDepth.Results);
        foreach (SimulationEvent value in Events()) Assert.True(oracle.Apply(in value));
        Assert.Equal(Events().Count(), oracle.Count);
    }

    [Fact]
    public void AWrongResultCodeIsNoticed() =>
        AssertNoticed(
            "BadParameter BadArgument", (state, happening, takesInterrupts) =>
            {
                Transition right = SystemModel.Step(state, happening, takesInterrupts);
                return right with { Outcome = Replaced(right.Outcome, Reason.BadWindow) };
            });

    [Fact]
    public void AWrongThreadThatRunsIsNoticed() =>
        AssertNoticed(
            "what runs", (state, happening, takesInterrupts) => WithWindows(
                SystemModel.Step(state, happening, takesInterrupts),
                window => window with { IsExclusive = false }));

    [Fact]
    public void AWindowThatEndsATickLateIsNoticed() =>
        AssertNoticed(
            "what runs", (state, happening, takesInterrupts) => WithEnd(
                state, SystemModel.Step(state, happening, takesInterrupts),
                (_, deadline) => deadline.Ticks + 1));

    [Fact]
    public void AWindowThatBeginsWhenItIsNoticedIsNoticed() =>
        AssertNoticed(
            "what runs", (state, happening, takesInterrupts) => WithEnd(
                state, SystemModel.Step(state, happening, takesInterrupts),
                (after, _) => after.NowTicks + Ticks));

    [Fact]
    public void ASwitchInTheMiddleOfAFrameIsNoticed() =>
        AssertNoticed(
            "x1 of", (state, happening, takesInterrupts) =>
            {
                Transition right = SystemModel.Step(state, happening, takesInterrupts);
                MajorFrame frame = right.State.Frame;
                return right with
                {
                    State = right.State with
                    {
                        Frame = frame with { Schedule = frame.NextSchedule },
                    },
                };
            });

    [Fact]
    public void ASwitchWhateverItsCallerExpectedIsNoticed() =>
        AssertNoticed(
            "Busy ScheduleInUse", (state, happening, takesInterrupts) =>
            {
                if (happening is HypercallMade { Number: Hypercall.SwitchSchedule } made)
                {
                    ulong schedule = (uint)made.Arguments[1];
                    happening = made with { Arguments = made.Arguments.SetItem(1, schedule) };
                }
                return SystemModel.Step(state, happening, takesInterrupts);
            });

    [Fact]
    public void TimeThatSomebodyElsePaysForIsNoticed() =>
        AssertNoticed(
            "x1 of", (state, happening, takesInterrupts) =>
            {
                bool isAsked = happening is HypercallMade { Number: Hypercall.ConsumedTime };
                return SystemModel.Step(
                    isAsked ? state with { ChargedTicks = state.NowTicks } : state, happening,
                    takesInterrupts);
            });

    // A thread in time partition 1, one in 2, and the manager waits in the background.
    private static IEnumerable<SimulationEvent> Events()
    {
        yield return Window(0, 1, Ticks - 1, 0);
        yield return Window(0, 1, Ticks, 0);
        yield return Window(0, 2, Ticks, FrameWindowFlags.Exclusive);
        yield return Window(1, 1, Ticks, 0);
        yield return Call(Hypercall.SwitchSchedule, Selectors.System, 0);
        yield return Call(Hypercall.SwitchSchedule, Selectors.System, 1);
        yield return Call(Hypercall.SystemInfo, (ulong)SystemInfoItem.Schedule);
        yield return Call(Hypercall.SwitchSchedule, Selectors.System, 1ul << 32);
        yield return Call(Hypercall.SwitchSchedule, Selectors.System, 0);
        yield return Call(Hypercall.CreateSemaphore, 50, 0);
        for (uint number = 0; number < 2; number++)
        {
            ulong utcb = NativeLayout.Utcb + ((number + 1) * Limits.PageBytes);
            yield return Call(
                Hypercall.CreateThread, 60 + number, Selectors.OwnDomain, utcb, 4096, 4096);
            yield return Call(
                Hypercall.CreateSchedulingContext, 62 + number, 60 + number, 100, 0, 0,
                1 + number);
        }
        yield return Call(
            Hypercall.CreateThread, 70, Selectors.OwnDomain,
            NativeLayout.Utcb + (4 * Limits.PageBytes), 4096, 4096);
        yield return Call(Hypercall.CreateSchedulingContext, 71, 70, 90, 0, 0);
        yield return Call(Hypercall.SemaphoreDown, 50, ulong.MaxValue);
        yield return new(EventKind.Elapse, 0, 9);
        yield return Call(Hypercall.ConsumedTime, 62);
        // Late, and then on time.
        yield return new(EventKind.SkipTime, 0, Ticks + 6);
        yield return new(EventKind.Elapse, 0, 1);
        yield return new(EventKind.Elapse, 0, Ticks - 17);
        yield return new(EventKind.Elapse, 0, 1);
        yield return new(EventKind.Elapse, 0, Ticks - 1);
        yield return new(EventKind.Elapse, 0, 1);
        yield return Call(Hypercall.Stop, 61);
        yield return new(EventKind.Elapse, 0, Ticks);
    }

    private static SimulationEvent Window(
        uint schedule, uint timePartition, ulong ticks, FrameWindowFlags flags) =>
        Call(
            Hypercall.AddWindow, Selectors.System, schedule, 0, timePartition, ticks,
            (ulong)flags);

    private static SimulationEvent Call(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        SimulationEvent.Call(number, arguments);

    private static void AssertNoticed(string difference, SpecificationStep wrong)
    {
        using World world = new();
        KernelOracle oracle = new(world, OracleDepth.Results, wrong);
        DisagreementException exception = Assert.Throws<DisagreementException>(() =>
        {
            foreach (SimulationEvent value in Events()) oracle.Apply(in value);
        });
        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
    }

    private static Bulkhead.Specification.Outcome Replaced(
        Bulkhead.Specification.Outcome outcome, Reason reason) =>
        outcome with
        {
            Deliveries =
            [
                .. outcome.Deliveries.Select(
                    delivery => delivery.Registers[0] == Refusal.Because(reason).Value
                        ? delivery with { Registers = [Refusal.Because(Reason.BadArgument).Value] }
                        : delivery),
            ],
        };

    private static Transition WithWindows(
        Transition transition, Func<FrameWindow, FrameWindow> change) =>
        transition with
        {
            State = transition.State with
            {
                Schedules =
                [
                    .. transition.State.Schedules.Select(
                        schedule => new Schedule([.. schedule.Windows.Select(change)])),
                ],
            },
        };

    // The end of a window is another when the window has just begun.
    private static Transition WithEnd(
        SpecificationState before, Transition transition,
        Func<SpecificationState, Deadline, ulong> end)
    {
        SpecificationState state = transition.State;
        return transition with
        {
            State = state with
            {
                Deadlines =
                [
                    .. state.Deadlines.Select(
                        deadline => deadline.Subject.IsNone && !before.Deadlines.Contains(deadline)
                            ? deadline with { Ticks = end(state, deadline) }
                            : deadline),
                ],
            },
        };
    }
}
