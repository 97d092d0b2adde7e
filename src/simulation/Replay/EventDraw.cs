// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>Draws what the running thread does next: mostly something that makes sense, sometimes
/// with an argument that does not.</summary>
internal sealed class EventDraw
{
    private const int WrongPercent = 8;

    // How often each is drawn; the rest is accesses and faults.
    private static readonly (Hypercall Number, int Weight)[] s_weights =
    [
        (Hypercall.Call, 14), (Hypercall.CallUntil, 7), (Hypercall.Reply, 6),
        (Hypercall.SemaphoreUp, 9),
        (Hypercall.SemaphoreDown, 9), (Hypercall.Yield, 3), (Hypercall.SystemInfo, 2),
        (Hypercall.CreateDomain, 2), (Hypercall.CreateThread, 4), (Hypercall.CreateVcpu, 1),
        (Hypercall.CreateSchedulingContext, 4), (Hypercall.CreatePortal, 5),
        (Hypercall.CreateSemaphore, 4), (Hypercall.CreateSegment, 4), (Hypercall.Delegate, 10),
        (Hypercall.Revoke, 4), (Hypercall.Discard, 3), (Hypercall.Map, 8), (Hypercall.Unmap, 5),
        (Hypercall.BindInterrupt, 1), (Hypercall.BindInterruptToVcpu, 1),
        (Hypercall.AcknowledgeInterrupt, 1), (Hypercall.VirtualInterrupt, 2),
        (Hypercall.Recall, 2), (Hypercall.Stop, 2), (Hypercall.ConsoleWrite, 1),
        (Hypercall.Shutdown, 1), (Hypercall.None, 2), (Hypercall.ConsumedTime, 1),
        (Hypercall.AddWindow, 1), (Hypercall.SwitchSchedule, 1),
    ];

    private static readonly int s_weightSum = s_weights.Sum(weight => weight.Weight);

    private static readonly ulong[] s_boundaries =
    [
        0, 1, 2, 3, 255, 256, 4095, 4096, 1ul << 21, (1ul << 39) - 4096, 1ul << 39, 1ul << 63,
        ulong.MaxValue, ulong.MaxValue - 4095,
    ];

    private readonly ReplayWorld _world;
    private readonly TraceRandom _random;
    private readonly CallDraw _calls;

    internal EventDraw(ReplayWorld world, TraceRandom random)
    {
        _world = world;
        _random = random;
        _calls = new CallDraw(world, random);
    }

    /// <summary>A priority: around the root's, so that who runs changes.</summary>
    internal static ulong Priority(TraceRandom random) =>
        random.Of<ulong>(10, 200, 239, 240, 240, 241, 241, 250, 250, 255);

    internal SimulationEvent Next()
    {
        ref ExecutionContext thread = ref _world.Current.In(ref _world.State);
        if (thread.IsVcpu) return Guest();
        bool serves = thread.IsServer != 0 && !thread.Caller.IsNone;
        if (serves && thread.Caller.In(ref _world.State).IsVcpu && _random.Chance(60))
        {
            return ReplyToGuest(thread.Caller.In(ref _world.State).Frame);
        }
        if (serves && _random.Chance(25)) return Call(Hypercall.Reply);
        int choice = _random.Below(s_weightSum + 12);
        if (choice >= s_weightSum) return Other(choice - s_weightSum);
        foreach ((Hypercall number, int weight) in s_weights)
        {
            if (choice < weight) return Call(number);
            choice -= weight;
        }
        return Call(Hypercall.Yield);
    }

    private SimulationEvent Call(Hypercall number)
    {
        SimulationEvent value = _calls.Draw(number);
        if (number == Hypercall.None) value.Detail = (uint)_random.Of(0, 7, 15, 19, 31, 38, 63);
        if (_random.Chance(WrongPercent))
        {
            value.Words[_random.Below(EventWords.Count)] = _random.Of(s_boundaries);
        }
        return value;
    }

    // Whatever lets the guest go on: a device's answer, or just on.
    private SimulationEvent ReplyToGuest(in RegisterFrame guest)
    {
        ExitAction action =
            guest[RegisterFrame.ProgramCounter] == FollowerPlace.GuestAddress ? ExitAction.Resume
            : ExitAction.Advance | _random.Of(
                ExitAction.Resume, ExitAction.SetRegister, ExitAction.SetResults);
        return SimulationEvent.Call(
            Hypercall.Reply, 0, 0, (ulong)action, _random.Next(), (ulong)_random.Below(9));
    }

    private SimulationEvent Guest()
    {
        int choice = _random.Below(10);
        if (choice == 0) return new SimulationEvent(EventKind.GuestHalt, 0);
        if (choice < 4)
        {
            return new SimulationEvent(
                EventKind.GuestHypercall, 0, FollowerPlace.GuestImmediate, _random.Next(),
                (ulong)_random.Below(4), _random.Next(), 0, 0, 0, _random.Next());
        }
        ulong address = ReplayRules.DevicesStart + ((ulong)_random.Below(0x2000) * sizeof(ulong));
        MmioAccess access = GuestFollower.AccessOf((uint)_random.Below(4), _random.Chance(50));
        return new SimulationEvent(EventKind.GuestAccess, 0, address, access.Value);
    }

    private SimulationEvent Other(int choice) => choice switch
    {
        < 5 => new SimulationEvent(
            EventKind.Fault, 0, (ulong)FaultKind.DataAccess, _calls.Address() & ~7ul),
        < 6 => new SimulationEvent(EventKind.Fault, 0, (ulong)FaultKind.Breakpoint),
        < 7 => new SimulationEvent(EventKind.Fault, 0, (ulong)FaultKind.UndefinedInstruction),
        _ => new SimulationEvent(
            EventKind.WriteMessage, 0, (ulong)_random.Below(16), _random.Next()),
    };
}
