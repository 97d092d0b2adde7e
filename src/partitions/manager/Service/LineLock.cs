// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Keeps lines of several CPUs whole, as long as whoever writes one comes to its end. He may not: a
/// server thread whose caller was stopped or restarted goes on when somebody calls it again, which
/// may be never. So others can take the lock over from him, and when he comes back he gives back
/// nothing that is not his. It guards no state: two that write at once mix their lines, no more.
/// The default value is free.
/// </summary>
public struct LineLock
{
    // Odd while it is taken; each holder has a number of his own.
    private uint _ticket;

    /// <summary>Who has it, for <see cref="TryTakeOver"/>.</summary>
    public readonly uint Holder => Volatile.Read(in _ticket);

    /// <summary>Takes it when it is free.</summary>
    /// <param name="ticket">For <see cref="Exit"/>.</param>
    /// <returns>Whether it was free.</returns>
    public bool TryTake(out uint ticket)
    {
        uint free = Volatile.Read(in _ticket);
        ticket = free + 1;
        return (free & 1) == 0 && Interlocked.CompareExchange(ref _ticket, ticket, free) == free;
    }

    /// <summary>Takes it from whoever has had it for too long.</summary>
    /// <param name="holder">Who had it before the wait.</param>
    /// <param name="ticket">For <see cref="Exit"/>.</param>
    /// <returns>False when somebody else has it by now, or nobody.</returns>
    public bool TryTakeOver(uint holder, out uint ticket)
    {
        ticket = holder + 2;
        return (holder & 1) != 0
            && Interlocked.CompareExchange(ref _ticket, ticket, holder) == holder;
    }

    /// <summary>Gives it back, unless it was taken over.</summary>
    /// <param name="ticket">What the holder got.</param>
    public void Exit(uint ticket) =>
        Interlocked.CompareExchange(ref _ticket, ticket + 1, ticket);
}
