// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Campaigns;

/// <summary>What a campaign runs.</summary>
public sealed record CampaignOptions
{
    /// <summary>Events of a seed unless something else is said.</summary>
    public const int EventsPerSeedDefault = 4096;

    /// <summary>The first seed; the others follow it.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>Seeds to run.</summary>
    public ulong SeedCount { get; init; } = 1;

    /// <summary>When so many events are done no further seed begins.</summary>
    public ulong EventsMax { get; init; } = ulong.MaxValue;

    /// <summary>Most events of a seed; one in which nothing can run any more ends
    /// earlier.</summary>
    public int EventsPerSeed { get; init; } = EventsPerSeedDefault;

    /// <summary>Threads.</summary>
    public int JobCount { get; init; } = 1;

    /// <summary>What is shown.</summary>
    public SimulationMode Mode { get; init; }

    /// <summary>Every how many events everything is checked; the quick checks follow each
    /// event.</summary>
    public int FullCheckEvery { get; init; } = 1;

    /// <summary>Whether the executable specification follows each event, and what it predicts is
    /// compared.</summary>
    public bool WantsOracle { get; init; }

    /// <summary>Each seed of this many is run twice and must do the same.</summary>
    public ulong TwiceEvery { get; init; } = 64;

    /// <summary>When to stop, even if seeds are left.</summary>
    public TimeSpan TimeMax { get; init; } = TimeSpan.MaxValue;
}
