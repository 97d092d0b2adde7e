// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Campaigns;

/// <summary>What a campaign shows.</summary>
public enum SimulationMode
{
    /// <summary>Nothing bad happens, whatever fails around the kernel.</summary>
    Safety,

    /// <summary>And when faults stop, everybody who can run does.</summary>
    Liveness,

    /// <summary>The naive scheduler agrees about workloads that are made for it.</summary>
    Scheduler,
}
