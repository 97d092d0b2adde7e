// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>How many rows of each table a small configuration can touch, counted from the first:
/// the kernel takes the first free row.</summary>
public sealed record FootprintSize
{
    /// <summary>Execution contexts.</summary>
    public int Contexts { get; init; } = 6;

    /// <summary>Virtual CPUs.</summary>
    public int Vcpus { get; init; }

    /// <summary>Domains and their capability spaces.</summary>
    public int Domains { get; init; } = 3;

    /// <summary>Selectors of each capability space from 0 on, and as many from
    /// <see cref="Selectors.BootSegments"/> on as the boot fills.</summary>
    public int Selectors { get; init; } = 40;

    /// <summary>Portals.</summary>
    public int Portals { get; init; } = 4;

    /// <summary>Semaphores.</summary>
    public int Semaphores { get; init; } = 4;

    /// <summary>Scheduling contexts.</summary>
    public int SchedulingContexts { get; init; } = 6;

    /// <summary>Run queues of time partitions.</summary>
    public int WindowQueues { get; init; }

    /// <summary>Memory segments, those of the boot included.</summary>
    public int Segments { get; init; } = 6;

    /// <summary>Mappings, those of the partition manager included.</summary>
    public int Mappings { get; init; } = 16;

    /// <summary>Table pages.</summary>
    public int Tables { get; init; } = 14;

    /// <summary>Entries of each table page, from the first.</summary>
    public int TableEntries { get; init; } = 72;

    /// <summary>Message pages.</summary>
    public int Utcbs { get; init; } = 6;

    /// <summary>Words of each message page, from the first.</summary>
    public int UtcbWords { get; init; } = 8;
}
