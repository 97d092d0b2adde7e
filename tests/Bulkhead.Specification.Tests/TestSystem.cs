// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

/// <summary>A specified kernel whose steps a test makes one by one.</summary>
internal sealed class TestSystem
{
    internal const uint Image = Selectors.BootSegments;
    internal const uint Memory = Selectors.BootSegments + 1;
    internal const uint Own = Selectors.OwnDomain;
    internal const ulong ServerEntry = 0x40_0004;

    /// <summary>The shortest window that there may be: 1/65536 s.</summary>
    internal const ulong WindowTicks = 15_259;

    internal const ulong NextUtcb = NativeLayout.Utcb + Limits.PageBytes;

    internal TestSystem(Capacities? capacities = null)
    {
        BootDescription description = new(64, 24, 240, NativeLayout.Utcb)
        {
            Segments =
            [
                new BootSegment(0x4040_0000, 0x1_0000, Rights.SegmentRead),
                new BootSegment(0x4100_0000, 64 << 20, Rights.SegmentAll),
            ],
            Interrupts = [new BootInterrupt(40, true), new BootInterrupt(48, false)],
        };
        State = Boot.Create(capacities ?? new Capacities { TablePagesMax = 96 }, description);
        Root = State.Running;
    }

    internal SpecificationState State { get; private set; }

    internal Outcome Last { get; private set; } = new([], default, []);

    internal ObjectId Root { get; }

    /// <summary>The running thread makes a hypercall; the result is its x0 if it got one.</summary>
    internal ResultCode Call(Hypercall number, params ulong[] arguments)
    {
        ulong[] registers = new ulong[10];
        arguments.CopyTo(registers, 0);
        ObjectId caller = State.Running;
        Apply(new HypercallMade(number, [.. registers]));
        ImmutableArray<ulong> result = Last.For(caller);
        return result.IsDefault ? default : new ResultCode(result[0]);
    }

    internal void Succeed(Hypercall number, params ulong[] arguments) =>
        Assert.True(Call(number, arguments).IsSuccess, $"{number} refused");

    internal void Refuse(Reason reason, Hypercall number, params ulong[] arguments)
    {
        SpecificationState before = State;
        Assert.Equal(Refusal.Because(reason), Call(number, arguments));
        Assert.Same(before.Objects, State.Objects);
        Assert.Equal(before.Schedules, State.Schedules);
        Assert.Equal(before.Frame, State.Frame);
    }

    /// <summary>What a hypercall returns in x1.</summary>
    internal ulong Read(Hypercall number, params ulong[] arguments)
    {
        ObjectId caller = State.Running;
        Succeed(number, arguments);
        return Last.For(caller)[1];
    }

    internal ulong Info(SystemInfoItem item) => Read(Hypercall.SystemInfo, (ulong)item);

    /// <summary>Adds a window to a schedule.</summary>
    internal void Window(
        uint schedule, byte timePartition, ulong ticks,
        FrameWindowFlags flags = FrameWindowFlags.None) =>
        Succeed(
            Hypercall.AddWindow, Selectors.System, schedule, 0, timePartition, ticks,
            (ulong)flags);

    /// <summary>Switches to a schedule, which raises a semaphore if one is named.</summary>
    internal void Switch(uint schedule, uint semaphore = 0) =>
        Succeed(Hypercall.SwitchSchedule, Selectors.System, schedule, semaphore);

    internal void Apply(SpecificationEvent happening)
    {
        Transition transition = SystemModel.Step(State, happening);
        State = transition.State;
        Last = transition.Outcome;
    }

    internal T Object<T>(uint selector)
        where T : KernelObject => State.Get<T>(At(selector)!.Target);

    /// <summary>What the manager has at a selector.</summary>
    internal Capability? At(uint selector) =>
        State.At(new SlotName(State.Get<NativeThread>(Root).Domain, selector));

    /// <summary>A thread of the manager's domain with a scheduling context one selector
    /// behind.</summary>
    internal ObjectId Thread(
        uint selector, int number, byte priority, ulong budget = 0, ulong period = 0,
        byte timePartition = 0, uint overrun = 0)
    {
        ulong utcb = NativeLayout.Utcb + (ulong)number * Limits.PageBytes;
        Succeed(Hypercall.CreateThread, selector, Own, utcb, 0x1000, 0x40_0000);
        ObjectId thread = At(selector)!.Target;
        Succeed(
            Hypercall.CreateSchedulingContext, selector + 1, selector, priority, budget, period,
            timePartition, overrun);
        return thread;
    }

    /// <summary>A server thread with a portal one selector behind.</summary>
    internal ObjectId Server(uint selector, int number, ulong badge)
    {
        ulong utcb = NativeLayout.Utcb + (ulong)number * Limits.PageBytes;
        Succeed(Hypercall.CreateThread, selector, Own, utcb, 0x1000, 0);
        Succeed(Hypercall.CreatePortal, selector + 1, selector, ServerEntry, badge);
        return At(selector)!.Target;
    }

    /// <summary>The manager waits for ever, so that others run.</summary>
    internal void ParkRoot(uint selector)
    {
        Succeed(Hypercall.CreateSemaphore, selector);
        Call(Hypercall.SemaphoreDown, selector, ulong.MaxValue);
    }
}
