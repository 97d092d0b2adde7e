// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interrupts;

/// <summary>Interrupts as the registers of a controller hold them, a bit each.</summary>
internal sealed class InterruptBank
{
    private const byte DefaultPriority = 0xa0;

    private readonly ulong[] _enabled;
    private readonly ulong[] _edge;
    private readonly ulong[] _latched;
    private readonly ulong[] _requested;
    private readonly ulong[] _raised;
    private readonly ulong[] _active;
    private readonly ulong[] _repeated;
    private readonly byte[] _priorities;

    internal InterruptBank(int wordCount)
    {
        _enabled = new ulong[wordCount];
        _edge = new ulong[wordCount];
        _latched = new ulong[wordCount];
        _requested = new ulong[wordCount];
        _raised = new ulong[wordCount];
        _active = new ulong[wordCount];
        _repeated = new ulong[wordCount];
        _priorities = new byte[wordCount * 64];
        Array.Fill(_priorities, DefaultPriority);
    }

    /// <summary>Grows whenever an interrupt may be opened or closed, or become active or
    /// not.</summary>
    internal ulong Version { get; private set; }

    /// <summary>Which words have an interrupt that is ready, a bit each.</summary>
    internal uint ReadyWords { get; private set; }

    internal InterruptState this[uint interrupt]
    {
        get
        {
            (int word, ulong bit) = Place(interrupt);
            return new InterruptState
            {
                IsEnabled = (_enabled[word] & bit) != 0,
                IsEdge = (_edge[word] & bit) != 0,
                IsLatched = (_latched[word] & bit) != 0,
                IsRaised = (_raised[word] & bit) != 0,
                IsActive = (_active[word] & bit) != 0,
                IsRequested = (_requested[word] & bit) != 0,
            };
        }
    }

    /// <summary>What would be taken, were nothing more urgent: open, pending, not active.</summary>
    internal ulong ReadyIn(int word) => _enabled[word] & ~_active[word]
        & ((_edge[word] & _latched[word]) | (~_edge[word] & _raised[word]) | _requested[word]);

    internal byte PriorityOf(uint interrupt) => _priorities[interrupt];

    internal void SetPriority(uint interrupt, byte priority) => _priorities[interrupt] = priority;

    internal void Raise(uint interrupt)
    {
        (int word, ulong bit) = Place(interrupt);
        _raised[word] |= bit;
        _latched[word] |= bit;
        Update(word);
    }

    internal void Lower(uint interrupt)
    {
        (int word, ulong bit) = Place(interrupt);
        _raised[word] &= ~bit;
        Update(word);
    }

    /// <summary>Sets several lines of the first word at once.</summary>
    internal void SetLines(ulong lines, ulong raised)
    {
        if ((_raised[0] & lines) == raised) return;
        _raised[0] = (_raised[0] & ~lines) | raised;
        _latched[0] |= raised;
        Update(0);
    }

    internal void Pend(uint interrupt, bool isPending)
    {
        (int word, ulong bit) = Place(interrupt);
        if (isPending)
        {
            _requested[word] |= bit;
        }
        else
        {
            _requested[word] &= ~bit;
            _latched[word] &= ~bit;
        }
        Update(word);
    }

    internal void Repeat(uint interrupt)
    {
        (int word, ulong bit) = Place(interrupt);
        _repeated[word] |= bit;
    }

    internal void Take(uint interrupt)
    {
        Version++;
        (int word, ulong bit) = Place(interrupt);
        _active[word] |= bit;
        _latched[word] &= ~bit;
        _requested[word] &= ~bit;
        _requested[word] |= _repeated[word] & bit;
        _repeated[word] &= ~bit;
        Update(word);
    }

    internal void SetActive(uint interrupt, bool isActive)
    {
        Version++;
        (int word, ulong bit) = Place(interrupt);
        _active[word] = isActive ? _active[word] | bit : _active[word] & ~bit;
        Update(word);
    }

    internal void Open(uint interrupt, bool isEdge)
    {
        Version++;
        (int word, ulong bit) = Place(interrupt);
        _edge[word] = isEdge ? _edge[word] | bit : _edge[word] & ~bit;
        _enabled[word] |= bit;
        Update(word);
    }

    internal void Close(uint interrupt)
    {
        Version++;
        (int word, ulong bit) = Place(interrupt);
        _enabled[word] &= ~bit;
        Update(word);
    }

    internal void Put(uint interrupt, InterruptState state)
    {
        Version++;
        (int word, ulong bit) = Place(interrupt);
        Put(ref _enabled[word], bit, state.IsEnabled);
        Put(ref _edge[word], bit, state.IsEdge);
        Put(ref _latched[word], bit, state.IsLatched);
        Put(ref _raised[word], bit, state.IsRaised);
        Put(ref _active[word], bit, state.IsActive);
        Put(ref _requested[word], bit, state.IsRequested);
        Update(word);
    }

    internal void CopyFrom(InterruptBank other)
    {
        Version++;
        other._enabled.CopyTo(_enabled, 0);
        other._edge.CopyTo(_edge, 0);
        other._latched.CopyTo(_latched, 0);
        other._requested.CopyTo(_requested, 0);
        other._raised.CopyTo(_raised, 0);
        other._active.CopyTo(_active, 0);
        other._repeated.CopyTo(_repeated, 0);
        other._priorities.CopyTo(_priorities, 0);
        ReadyWords = other.ReadyWords;
    }

    private static void Put(ref ulong word, ulong bit, bool isSet) =>
        word = isSet ? word | bit : word & ~bit;

    private static (int Word, ulong Bit) Place(uint interrupt) =>
        ((int)(interrupt / 64), 1ul << (int)(interrupt % 64));

    private void Update(int word)
    {
        uint bit = 1u << word;
        ReadyWords = ReadyIn(word) != 0 ? ReadyWords | bit : ReadyWords & ~bit;
    }
}
