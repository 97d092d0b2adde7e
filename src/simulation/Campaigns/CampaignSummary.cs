// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Coverage;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>What a campaign has done so far.</summary>
public sealed class CampaignSummary
{
    /// <summary>Events that were applied and checked.</summary>
    public ulong EventCount { get; internal set; }

    /// <summary>Seeds that are done.</summary>
    public ulong SeedCount { get; internal set; }

    /// <summary>Seeds that were run twice and did the same.</summary>
    public ulong RepeatedCount { get; internal set; }

    /// <summary>The seed after the last one that was begun.</summary>
    public ulong NextSeed { get; internal set; }

    /// <summary>How long it has run.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>What was met.</summary>
    public CoverageMarks Marks { get; } = new();

    /// <summary>What failed.</summary>
    public List<Failure> Failures { get; } = [];

    /// <summary>Events a second.</summary>
    public double EventsPerSecond =>
        Duration > TimeSpan.Zero ? EventCount / Duration.TotalSeconds : 0;
}
