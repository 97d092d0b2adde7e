// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <summary>What the programs of a seed do most: a system that does a little of everything never
/// gets deep into anything.</summary>
public enum Theme
{
    /// <summary>A little of everything.</summary>
    Balanced,

    /// <summary>Calls, replies, semaphores.</summary>
    Communication,

    /// <summary>Capabilities are copied and taken back.</summary>
    Capabilities,

    /// <summary>Memory is cut, mapped and unmapped.</summary>
    Memory,

    /// <summary>Virtual machines and their interrupts.</summary>
    Machines,

    /// <summary>Budgets, periods, deadlines.</summary>
    Time,

    /// <summary>Objects and domains die.</summary>
    Destruction,

    /// <summary>Pools and quotas run out.</summary>
    Exhaustion,

    /// <summary>Half of all arguments are wrong.</summary>
    Nonsense,
}
