// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration.Configurations;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>What the contexts of a pair's system do, each whenever it runs: two of them make the
/// calls in question, the rest only answers, waits or parks.</summary>
internal sealed class PairPrograms
{
    /// <summary>Tag of the first caller's thread.</summary>
    internal const ulong FirstTag = 1;

    /// <summary>Tag of the second caller's thread.</summary>
    internal const ulong SecondTag = 2;

    /// <summary>Tag of the urgent thread.</summary>
    internal const ulong UrgentTag = 3;

    /// <summary>Tag of the server.</summary>
    internal const ulong ServerTag = 4;

    /// <summary>Tag of the monitor.</summary>
    internal const ulong MonitorTag = 5;

    private readonly World _world;
    private readonly PairCall?[] _calls = new PairCall?[2];
    private readonly bool[] _hasCalled = new bool[2];
    private readonly ulong[] _results = new ulong[2];
    private readonly bool[] _hasResult = new bool[2];
    private ulong _start;

    internal PairPrograms(World world) => _world = world;

    /// <summary>Whether both have made their calls.</summary>
    internal bool IsOver => _hasCalled[0] && _hasCalled[1];

    /// <summary>Result of a caller: x0, or x1 above it after a success; all ones while it has
    /// none.</summary>
    internal ulong ResultOf(int caller) => _hasResult[caller] ? _results[caller] : ulong.MaxValue;

    /// <summary>The result as it is compared.</summary>
    internal ulong ComparedResultOf(int caller) =>
        _calls[caller]?.Compared(
            ResultOf(caller), _calls[1 - caller], ResultOf(1 - caller)) ?? ResultOf(caller);

    /// <summary>Starts anew.</summary>
    internal void Begin(PairCall? first, PairCall? second)
    {
        _start = _world.Machine.Clock.Ticks;
        _calls[0] = first;
        _calls[1] = second;
        Array.Clear(_hasCalled);
        Array.Clear(_hasResult);
        if (first is null) _hasCalled[0] = true;
        if (second is null) _hasCalled[1] = true;
    }

    /// <summary>What runs does its next step.</summary>
    /// <returns>False when nothing runs.</returns>
    internal bool Step()
    {
        NoteResults();
        if (_world.Current.IsNone) return false;
        ref ExecutionContext context = ref _world.Current.In(ref _world.State);
        if (context.IsVcpu)
        {
            // It handles what is pending, one interrupt after the other, and waits.
            _world.Apply(new SimulationEvent(EventKind.GuestTake, 0));
            _world.Apply(new SimulationEvent(EventKind.GuestEnd, 0));
            if (IsGuest) _world.Apply(new SimulationEvent(EventKind.GuestHalt, 0));
            return true;
        }

        switch (context.Tag)
        {
            case FirstTag:
            case SecondTag:
                Call((int)context.Tag - 1);
                break;
            case UrgentTag:
                _world.Apply(SystemScript.Down(PairSelectors.Wakeup));
                break;
            case ServerTag:
            case MonitorTag:
                _world.Apply(SystemScript.Reply());
                break;
            default:
                _world.Apply(SystemScript.Down(PairSelectors.Parking));
                break;
        }

        return true;
    }

    private bool IsGuest =>
        !_world.Current.IsNone && _world.Current.In(ref _world.State).IsVcpu;

    /// <summary>Looks whether a caller has come back from its call.</summary>
    internal void NoteResults()
    {
        if (_world.Current.IsNone) return;
        ref ExecutionContext context = ref _world.Current.In(ref _world.State);
        if (context.IsVcpu || context.Tag is not (FirstTag or SecondTag)) return;
        int caller = (int)context.Tag - 1;
        if (!_hasCalled[caller] || _hasResult[caller] || _calls[caller] is null) return;
        _hasResult[caller] = true;
        // Only a success has a further result.
        bool isSuccess = context.Frame[0] == 0;
        _results[caller] = isSuccess ? context.Frame[1] << 32 : context.Frame[0];
    }

    private void Call(int caller)
    {
        if (_hasCalled[caller])
        {
            _world.Apply(SystemScript.Down(PairSelectors.Parking));
            return;
        }

        _hasCalled[caller] = true;
        // Both said before the run until when they would wait: time that passes before a call and
        // time that passes inside it leave the same rest.
        _world.Apply(_calls[caller]!.At(_start));
    }
}
