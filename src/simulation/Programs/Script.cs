// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <summary>Hypercalls that the partition manager is to make, in order.</summary>
internal sealed class Script
{
    private const int EventsMax = 1024;

    private readonly SimulationEvent[] _events = new SimulationEvent[EventsMax];
    private int _first;
    private int _end;

    /// <summary>Whether nothing is left.</summary>
    internal bool IsEmpty => _first == _end;

    /// <summary>Number of the first one; none: nothing is left.</summary>
    internal Hypercall Next => IsEmpty ? Hypercall.None : (Hypercall)_events[_first].Detail;

    /// <summary>Forgets everything.</summary>
    internal void Clear() => _first = _end = 0;

    /// <summary>Adds a hypercall; a script that is full takes no more.</summary>
    internal void Add(Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        if (IsEmpty) Clear();
        if (_end == EventsMax) return;
        _events[_end++] = SimulationEvent.Call(number, arguments);
    }

    /// <summary>Takes the first one.</summary>
    internal void Take(out SimulationEvent value) => value = _events[_first++];
}
