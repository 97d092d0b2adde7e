// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration.Configurations;
using Bulkhead.Simulation.Exploration.Pairs;
using static Bulkhead.Simulation.Exploration.Pairs.PairSelectors;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>The hypercalls that several CPUs make at the same time.</summary>
public static class TeamCalls
{
    private const ulong SecondCpu = 2ul << 32;
    private const ulong WindowTicks = 1ul << 40;

    // Each kind of access to what is shared or another CPU's, once.
    private static readonly string[] s_few =
    [
        "SemaphoreUp", "SemaphoreUp full semaphore", "SemaphoreDown for ever", "Stop vcpu",
        "Revoke object", "Map common domain", "VirtualInterrupt pend",
    ];

    /// <summary>Those of one CPU, and some more that name another CPU.</summary>
    public static IReadOnlyList<PairCall> All { get; } =
    [
        .. PairCalls.All,
        new("SemaphoreUp full semaphore", SystemScript.Up(FullSemaphore)),
        new("CreateSemaphore elsewhere", SystemScript.Semaphore(Empty, SecondCpu)),
        new("Revoke vcpu's copy", SystemScript.Destroy(Vcpu)),
        new("Revoke semaphore's copy", SystemScript.Destroy(PairSelectors.Semaphore)),
        new("Revoke peer's copy", SystemScript.Destroy(Peer)),
        new("Stop the other's caller", SystemScript.Stop(OtherCaller)),
        new("AddWindow elsewhere", SimulationEvent.Call(
            Hypercall.AddWindow, Selectors.System, 1, 1, 2, WindowTicks, 0)),
    ];

    /// <summary>A few, for three CPUs.</summary>
    public static IReadOnlyList<PairCall> Few { get; } =
        [.. All.Where(call => s_few.Contains(call.Name))];
}
