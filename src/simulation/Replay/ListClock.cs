// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>The time of a list's events, as far as the list itself tells it, and what its deadlines
/// become in a trace.</summary>
internal sealed class ListClock
{
    private readonly ulong _start;

    // Ticks after each event, and the first event from it on with which time passes.
    private readonly ulong[] _after;
    private readonly int[] _elapse;
    private readonly int _lastElapse;

    /// <summary>Goes through a list.</summary>
    /// <param name="events">The events.</param>
    /// <param name="start">Ticks before the first.</param>
    internal ListClock(IReadOnlyList<SimulationEvent> events, ulong start)
    {
        _start = start;
        _after = new ulong[events.Count];
        _elapse = new int[events.Count];
        ulong now = start;
        for (int index = 0; index < events.Count; index++)
        {
            SimulationEvent value = events[index];
            bool passes = value.Kind is EventKind.Elapse or EventKind.SkipTime;
            if (passes) now += Math.Min(value.Words[0], ulong.MaxValue - now);
            _after[index] = now;
        }
        int next = events.Count;
        _lastElapse = -1;
        for (int index = events.Count - 1; index >= 0; index--)
        {
            if (events[index].Kind == EventKind.Elapse) next = index;
            if (_lastElapse < 0 && next == index) _lastElapse = index;
            _elapse[index] = next;
        }
    }

    /// <summary>Ticks before an event.</summary>
    internal ulong Before(int index) => index == 0 ? _start : _after[index - 1];

    /// <summary>Whether time passes in the list after an event, at last beyond a deadline of the
    /// trace.</summary>
    internal bool Reaches(ulong deadline, int index) =>
        _lastElapse > index && ReplayTime.BeginOf(_lastElapse) >= deadline;

    /// <summary>What a deadline of an event becomes: the beginning of the epoch of the event with
    /// which time passes it.</summary>
    /// <param name="deadline">The deadline, in ticks of the list.</param>
    /// <param name="index">The event's index.</param>
    /// <returns>The deadline in the trace; 0 when it is past.</returns>
    internal ulong Translate(ulong deadline, int index)
    {
        if (deadline == ulong.MaxValue) return deadline;
        if (deadline <= Before(index)) return 0;
        int passed = Array.BinarySearch(_after, deadline);
        // The first of those whose time is as late, or the first that is later.
        passed = passed < 0 ? ~passed : Array.IndexOf(_after, deadline);
        bool isMet = passed < _elapse.Length && _elapse[passed] < _elapse.Length;
        return isMet ? ReplayTime.BeginOf(_elapse[passed]) : ReplayTime.NeverTicks;
    }
}
