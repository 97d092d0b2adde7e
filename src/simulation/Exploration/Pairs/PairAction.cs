// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>What a preemption is.</summary>
internal enum PairAction
{
    /// <summary>Between two calls: a device's interrupt is taken and wakes the urgent
    /// thread.</summary>
    TakeInterrupt,

    /// <summary>Between two calls: a turn ends.</summary>
    EndTurn,

    /// <summary>Inside a call: a device signals.</summary>
    Signal,

    /// <summary>Inside a call: as much time passes as a turn has.</summary>
    PassTime,

    /// <summary>Inside a call: CPU 1 looks up the page that both map.</summary>
    WalkMapped,

    /// <summary>Inside a call: CPU 1 looks up the page that both unmap.</summary>
    WalkUnmapped,

    /// <summary>Inside a call: CPU 1 looks up the message page that both make.</summary>
    WalkMessagePage,

    /// <summary>Inside a call: CPU 2 looks up a page of the first caller's own.</summary>
    WalkOwn,

    /// <summary>Inside a call: the last table write that nobody sees becomes visible before those
    /// before it.</summary>
    ShowLastStore,

    /// <summary>Inside a call: the first table write that nobody sees becomes visible.</summary>
    ShowFirstStore,
}
