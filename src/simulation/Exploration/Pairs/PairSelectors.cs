// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>What both callers have, each in its own capability space.</summary>
internal static class PairSelectors
{
    /// <summary>The other caller's domain.</summary>
    internal const ulong Peer = 20;

    /// <summary>A domain of neither.</summary>
    internal const ulong Common = 21;

    /// <summary>A segment of four pages.</summary>
    internal const ulong Pages = 22;

    /// <summary>A portal to a server.</summary>
    internal const ulong Portal = 23;

    /// <summary>A semaphore with count 0.</summary>
    internal const ulong Semaphore = 24;

    /// <summary>A semaphore whose count is full.</summary>
    internal const ulong FullSemaphore = 25;

    /// <summary>The server thread.</summary>
    internal const ulong Server = 26;

    /// <summary>A virtual CPU, halted.</summary>
    internal const ulong Vcpu = 27;

    /// <summary>A thread that nobody schedules.</summary>
    internal const ulong Spare = 28;

    /// <summary>An interrupt that is not bound.</summary>
    internal const ulong FreeInterrupt = 29;

    /// <summary>First of six portals to a monitor.</summary>
    internal const ulong ExitPortals = 30;

    /// <summary>An interrupt that is bound to <see cref="Wakeup"/>.</summary>
    internal const ulong BoundInterrupt = 36;

    /// <summary>A semaphore that nobody raises.</summary>
    internal const ulong Parking = 37;

    /// <summary>The semaphore that an urgent thread waits for.</summary>
    internal const ulong Wakeup = 38;

    /// <summary>The caller of the next CPU, where there are several.</summary>
    internal const ulong OtherCaller = 39;

    /// <summary>A slot that is empty.</summary>
    internal const ulong Empty = 40;

    /// <summary>A semaphore that the caller made itself.</summary>
    internal const ulong Own = 44;

    /// <summary>The semaphore that the other caller made.</summary>
    internal const ulong Theirs = 45;

    /// <summary>A slot that is empty in the other's space.</summary>
    internal const ulong PeerEmpty = 46;
}
