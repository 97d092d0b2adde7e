// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Oracle;

/// <summary>How much is compared after each event.</summary>
public enum OracleDepth
{
    /// <summary>Registers given, and what runs next.</summary>
    Results = 0,

    /// <summary>Also the scheduler: turns, budgets, activities, semaphores.</summary>
    Scheduling = 1,

    /// <summary>Also every capability, quota, mapping and virtual interrupt.</summary>
    Everything = 2,
}
