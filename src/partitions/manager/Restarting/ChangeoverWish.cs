// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// What was asked for during a changeover, in one word, so that it is put and closed at once: when
/// the changeover began, whether it is closed, and the schedule plus one. A changeover that is
/// closed takes no more wishes, and only one that is closed ends. So a wish is either there before
/// the steward plans what comes next, or whoever has it sees that he must plan himself.
/// </summary>
public struct ChangeoverWish
{
    private const int TicksShift = 4;
    private const ulong Closed = 8;
    private const ulong ScheduleMask = 7;

    private ulong _word;

    /// <summary>Opens it for a changeover, if nobody was faster.</summary>
    /// <param name="ticks">When the changeover began.</param>
    /// <returns>False when it was closed already.</returns>
    public bool Open(ulong ticks)
    {
        ulong word = Volatile.Read(in _word);
        if (word >> TicksShift != ticks)
        {
            word = Interlocked.CompareExchange(ref _word, ticks << TicksShift, word);
        }
        return word >> TicksShift != ticks || (word & Closed) == 0;
    }

    /// <summary>Puts a wish; the last one counts.</summary>
    /// <param name="ticks">When the changeover began.</param>
    /// <param name="schedule">The schedule.</param>
    /// <returns>False when it is closed, or when somebody else was faster.</returns>
    public bool TryPut(ulong ticks, uint schedule)
    {
        ulong word = Volatile.Read(in _word);
        ulong began = word >> TicksShift;
        // One that begins later was opened: the caller looked long ago.
        if (began > ticks || (began == ticks && (word & Closed) != 0)) return false;
        ulong wish = (ticks << TicksShift) | (schedule + 1);
        return Interlocked.CompareExchange(ref _word, wish, word) == word;
    }

    /// <summary>Closes it.</summary>
    /// <returns>The schedule that was wished for, plus one; 0: none.</returns>
    public uint Close() => (uint)(Interlocked.Or(ref _word, Closed) & ScheduleMask);

    /// <summary>Whether a changeover is closed.</summary>
    /// <param name="ticks">When it began.</param>
    /// <returns>True when it takes no more wishes.</returns>
    public readonly bool IsClosed(ulong ticks) =>
        (Volatile.Read(in _word) & ~ScheduleMask) == ((ticks << TicksShift) | Closed);

    /// <summary>The wish of a changeover.</summary>
    /// <param name="ticks">When it began.</param>
    /// <returns>The schedule plus one; 0: none.</returns>
    public readonly uint Of(ulong ticks)
    {
        ulong word = Volatile.Read(in _word);
        return word >> TicksShift == ticks ? (uint)(word & ScheduleMask) : 0;
    }
}
