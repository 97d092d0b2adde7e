// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>How much of the kernel's capacities is in use.</summary>
public sealed record Usage
{
    /// <summary>Stage-2 table pages.</summary>
    public int TablePages { get; init; }

    /// <summary>Mappings, those of message pages included.</summary>
    public int Mappings { get; init; }

    /// <summary>Protection domains.</summary>
    public int Domains { get; init; }

    /// <summary>Threads.</summary>
    public int Threads { get; init; }

    /// <summary>Virtual CPUs.</summary>
    public int Vcpus { get; init; }

    /// <summary>Scheduling contexts.</summary>
    public int SchedulingContexts { get; init; }

    /// <summary>Portals.</summary>
    public int Portals { get; init; }

    /// <summary>Semaphores.</summary>
    public int Semaphores { get; init; }

    /// <summary>Memory segments.</summary>
    public int Segments { get; init; }
}
