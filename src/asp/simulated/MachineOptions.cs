// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Asp.Simulated;

/// <summary>What a simulated machine is made of. The default is one CPU, strict about what software
/// forgets: stores wait for their barrier, translations stay until they are
/// invalidated.</summary>
public sealed record MachineOptions
{
    /// <summary>CPUs, 1 to 8.</summary>
    public int CpuCount { get; init; } = 1;

    /// <summary>Where the machine's own choices come from.</summary>
    public ulong Seed { get; init; }

    /// <summary>When walkers see table writes.</summary>
    public StorePolicy Stores { get; init; }

    /// <summary>When translation buffers forget.</summary>
    public TlbPolicy Translations { get; init; }

    /// <summary>When caches write back by themselves.</summary>
    public CachePolicy Caches { get; init; }

    /// <summary>The system counter at first; near 2^32 or 2^63, it shows arithmetic that does not
    /// expect it.</summary>
    public ulong StartTicks { get; init; } = 1000;
}
