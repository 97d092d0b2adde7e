// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>Draws the arguments of a hypercall, sensible for the thread that runs.</summary>
/// <param name="world">The world.</param>
/// <param name="random">Random numbers.</param>
internal sealed class CallDraw(ReplayWorld world, TraceRandom random)
{
    private const ulong PlayAddress = 0x2000_0000;

    private readonly CapabilityView _view = new(world, random);

    internal SimulationEvent Draw(Hypercall number) => number switch
    {
        Hypercall.Call => Make(
            number, _view.With(Rights.PortalCall), Descriptor(), Word(), Word(), Word()),
        Hypercall.CallUntil => Make(
            number, _view.With(Rights.PortalCall), Descriptor(), Word(), Word(), 0, 0, 0, 0, 0,
            Deadline()),
        Hypercall.Reply => Reply(),
        Hypercall.SemaphoreUp => Make(number, _view.With(Rights.SemaphoreUp)),
        Hypercall.SemaphoreDown => Make(
            number, _view.With(Rights.SemaphoreDown), Deadline(), (ulong)random.Below(2)),
        Hypercall.SystemInfo => Make(number, random.Of<ulong>(0, 1, 3, 3, 6, 7, 99)),
        Hypercall.Revoke => Make(number, _view.Taken(), (ulong)random.Below(2)),
        Hypercall.Discard => Make(number, _view.Taken()),
        Hypercall.Delegate => Delegate(),
        Hypercall.Map => Map(),
        Hypercall.Unmap => Unmap(),
        Hypercall.Stop => Make(number, _view.With(Rights.ContextControl)),
        Hypercall.Recall => Make(number, Vcpu()),
        Hypercall.AcknowledgeInterrupt => Make(number, _view.With(Rights.InterruptBind)),
        Hypercall.BindInterrupt => Make(
            number, _view.With(Rights.InterruptBind), _view.With(Rights.SemaphoreUp)),
        Hypercall.BindInterruptToVcpu => Make(
            number, _view.With(Rights.InterruptBind), Vcpu(),
            32 + (ulong)random.Below(8)),
        Hypercall.VirtualInterrupt => Make(
            number, Vcpu(), random.Next() & 0x3ff_70ff),
        Hypercall.ConsumedTime => Make(number, Word()),
        Hypercall.AddWindow => Make(
            number, Selectors.System, (ulong)random.Below(5), (ulong)random.Below(2),
            (ulong)random.Below(6), ReplayTime.BudgetTicksMin, (ulong)random.Below(2)),
        Hypercall.SwitchSchedule => Make(number, Selectors.System, Limits.SchedulesMax),
        Hypercall.ConsoleWrite => Make(
            number, Selectors.System, (ulong)random.Below(66), random.Next()),
        Hypercall.Shutdown => Make(number, Selectors.System, 2),
        _ => DrawCreation(number),
    };

    /// <summary>An address that is often mapped.</summary>
    internal ulong Address()
    {
        Mapping mapping = world.State.Mappings[random.Below(KernelState.MappingsMax / 8)];
        return random.Chance(60) && mapping.Bytes != 0
            ? mapping.Address.Value + (random.Next() % mapping.Bytes)
            : PlayAddress + ((ulong)random.Below(64) << 12);
    }

    private static SimulationEvent Make(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        SimulationEvent.Call(number, arguments);

    private SimulationEvent DrawCreation(Hypercall number)
    {
        ulong follow = world.Follower.Follow;
        ulong domain = _view.With(Rights.DomainCreate);
        int thread = random.Below(64) + 16;
        return number switch
        {
            Hypercall.CreateDomain => Make(
                number, _view.Free(), domain,
                new DomainQuota((ushort)random.Below(8), (ushort)random.Below(16)).Value),
            Hypercall.CreateThread => Make(
                number, _view.Free(), domain,
                ReplayLayout.UtcbOf(thread), ReplayLayout.StackTopOf(thread),
                random.Of<ulong>(0, follow), Word(),
                random.Chance(50) ? _view.With(Rights.PortalCall) : 0, Word()),
            Hypercall.CreateVcpu => Make(
                number, _view.Free(), domain, _view.With(Rights.PortalCall),
                (ulong)random.Below(3)),
            Hypercall.CreateSchedulingContext => Make(
                number, _view.Free(), _view.With(Rights.ContextControl),
                EventDraw.Priority(random), random.Of<ulong>(0, ReplayTime.BudgetTicksMin),
                random.Of<ulong>(0, ReplayTime.BudgetTicksMin)),
            Hypercall.CreatePortal => Make(
                number, _view.Free(), _view.With(Rights.ContextControl), follow, Word()),
            Hypercall.CreateSemaphore => Make(number, _view.Free(), (ulong)random.Below(3)),
            Hypercall.CreateSegment => CreateSegment(),
            _ => Make(number),
        };
    }

    private SimulationEvent Reply()
    {
        ExitAction action = (ExitAction)Action();
        bool redirects = (action & ExitAction.Redirect) != 0;
        if (redirects) action &= ~ExitAction.SetRegisters;
        return Make(
            Hypercall.Reply, 0, Descriptor(), (ulong)action, Word(), Word(), Word(), Word(),
            redirects ? world.Follower.Follow : 0);
    }

    private SimulationEvent CreateSegment()
    {
        ulong source = _view.With(Rights.SegmentAll);
        return Make(
            Hypercall.CreateSegment, _view.Free(), source, (ulong)random.Below(16) << 12,
            (ulong)random.Below(32) << 12,
            random.Chance(70) ? (ulong)_view.RightsOf(source) : (ulong)random.Below(8) << 4);
    }

    private SimulationEvent Delegate()
    {
        ulong source = _view.Taken();
        ulong rights = (ulong)_view.RightsOf(source);
        ulong domain = random.Chance(30) ? 0 : _view.With(Rights.DomainDelegate);
        ulong target = domain == 0 ? _view.Free() : _view.FreeIn(domain);
        return Make(
            Hypercall.Delegate, source, domain, target,
            random.Chance(70) ? rights : rights & random.Next());
    }

    private SimulationEvent Map()
    {
        ulong source = _view.With(Rights.SegmentAll);
        ulong rights = ((ulong)_view.RightsOf(source) >> 4) & 7;
        bool isLarge = random.Chance(15);
        int shift = isLarge ? 21 : 12;
        return Make(
            Hypercall.Map, _view.With(Rights.DomainMap), source,
            (ulong)random.Below(isLarge ? 4 : 32) << shift,
            PlayAddress + ((ulong)random.Below(64) << shift),
            (ulong)(1 + random.Below(isLarge ? 2 : 4)) << shift,
            random.Chance(70) ? rights : (ulong)random.Below(8));
    }

    private SimulationEvent Unmap()
    {
        Mapping mapping = world.State.Mappings[random.Below(KernelState.MappingsMax / 8)];
        return Make(
            Hypercall.Unmap, _view.With(Rights.DomainMap), mapping.Address.Value, mapping.Bytes);
    }

    private ulong Vcpu() =>
        random.Chance(80) ? _view.Vcpu() : _view.With(Rights.ContextControl);

    private ulong Word() => random.Chance(50) ? (ulong)random.Below(256) : random.Next();

    private ulong Deadline() =>
        random.Of<ulong>(0, 1, 1000, ReplayTime.NeverTicks, ulong.MaxValue, ulong.MaxValue);

    private ulong Action() => random.Chance(60) ? (ulong)random.Of(
        ExitAction.Resume, ExitAction.Resume, ExitAction.Advance, ExitAction.Off,
        ExitAction.Wait, ExitAction.Redirect) : Word();

    private ulong Descriptor() => random.Below(10) switch
    {
        < 6 => 0,
        < 8 => (ulong)random.Below(16),
        8 => (random.Next() << 32) | (uint)random.Below(16),
        _ => random.Next(),
    };
}
