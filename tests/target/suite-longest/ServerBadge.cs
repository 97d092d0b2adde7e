// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Longest;

/// <summary>What a server does before it replies, as threads.S reads it.</summary>
internal static class ServerBadge
{
    /// <summary>Last of all it faults.</summary>
    internal const ulong Faults = 1 << 24;

    /// <summary>Waits, calls, and waits once more.</summary>
    /// <param name="first">Semaphore, 0: none.</param>
    /// <param name="portal">Portal, 0: none.</param>
    /// <param name="second">Semaphore, 0: none.</param>
    /// <returns>The badge.</returns>
    internal static ulong Of(uint first, uint portal, uint second) =>
        first | (portal << 8) | (second << 16);
}
