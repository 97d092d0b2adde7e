// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>
/// The runnable scheduling contexts of a CPU: a ring per priority and a bitmap of the rings that
/// are not empty.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct RunQueue
{
    /// <summary>Priorities.</summary>
    public const int Priorities = 256;

    private Bitmap _occupied;
    private Link<SchedulingContext> _first;
    private Heads _heads;

    /// <summary>The highest-priority scheduling context that is first in its ring, or none. It is
    /// kept up to date at every change, because it is looked at more often.</summary>
    public readonly Link<SchedulingContext> First => _first;

    /// <summary>The first of a priority, or none.</summary>
    /// <param name="priority">0 to 255.</param>
    /// <returns>The scheduling context.</returns>
    public readonly Link<SchedulingContext> Head(int priority) => _heads[priority];

    /// <summary>Whether a priority's bit is set.</summary>
    /// <param name="priority">0 to 255.</param>
    /// <returns>The bit.</returns>
    public readonly bool IsOccupied(int priority) =>
        ((_occupied[priority / 64] >> (priority % 64)) & 1) != 0;

    /// <summary>Whether no other priority than an occupied one has anything.</summary>
    /// <param name="priority">0 to 255, occupied.</param>
    /// <returns>Whether its ring is the only one.</returns>
    public readonly bool HoldsOnly(int priority)
    {
        for (int word = 0; word < Priorities / 64; word++)
        {
            ulong expected = word == priority / 64 ? 1ul << (priority % 64) : 0;
            if (_occupied[word] != expected) return false;
        }
        return true;
    }

    /// <summary>Puts a scheduling context at the end of its ring.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">A scheduling context that is in no ring.</param>
    public void Append(ref KernelState state, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        int priority = entry.Priority;
        Link<SchedulingContext> head = _heads[priority];
        if (head.IsNone)
        {
            entry.Next = link;
            entry.Previous = link;
            _heads[priority] = link;
            _occupied[priority / 64] |= 1ul << (priority % 64);
            if (_first.IsNone || _first.In(ref state).Priority < priority) _first = link;
        }
        else
        {
            ref SchedulingContext first = ref head.In(ref state);
            entry.Next = head;
            entry.Previous = first.Previous;
            first.Previous.In(ref state).Next = link;
            first.Previous = link;
        }
        entry.State = SchedulingState.Queued;
    }

    /// <summary>Takes a scheduling context out of its ring.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">A queued scheduling context.</param>
    public void Remove(ref KernelState state, Link<SchedulingContext> link)
    {
        ref SchedulingContext entry = ref link.In(ref state);
        int priority = entry.Priority;
        Link<SchedulingContext> next = entry.Next;
        entry.State = SchedulingState.Parked;
        if (next == link)
        {
            _heads[priority] = default;
            _occupied[priority / 64] &= ~(1ul << (priority % 64));
            if (_first == link) _first = FindFirst();
        }
        else
        {
            next.In(ref state).Previous = entry.Previous;
            entry.Previous.In(ref state).Next = next;
            if (_heads[priority] == link) _heads[priority] = next;
            if (_first == link) _first = next;
        }
        entry.Next = default;
        entry.Previous = default;
    }

    /// <summary>Takes the first out of its ring, which has another; that is first then.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="entry">The first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReplaceFirst(ref KernelState state, ref SchedulingContext entry)
    {
        Link<SchedulingContext> next = entry.Next;
        Link<SchedulingContext> previous = entry.Previous;
        entry.Previous = default;
        next.In(ref state).Previous = previous;
        previous.In(ref state).Next = next;
        _heads[entry.Priority] = next;
        _first = next;
    }

    /// <summary>Lets the next of a ring be first: once, however often, because who yields when its
    /// turn ends is let by twice.</summary>
    /// <param name="entry">Whose turn it was; in its ring.</param>
    public void Rotate(ref SchedulingContext entry)
    {
        int priority = entry.Priority;
        if (_first == _heads[priority]) _first = entry.Next;
        _heads[priority] = entry.Next;
    }

    private Link<SchedulingContext> FindFirst()
    {
        for (int word = (Priorities / 64) - 1; word >= 0; word--)
        {
            ulong bits = _occupied[word];
            if (bits != 0) return _heads[(word * 64) + 63 - BitOperations.LeadingZeroCount(bits)];
        }
        return default;
    }

    [InlineArray(Priorities / 64)]
    private struct Bitmap { private ulong _element; }

    [InlineArray(Priorities)]
    private struct Heads { private Link<SchedulingContext> _element; }
}
