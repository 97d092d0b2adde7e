// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>The small systems that <c>explore</c> knows.</summary>
public static class ExplorationConfigurations
{
    /// <summary>All of them, in the order in which they are explored.</summary>
    public static IReadOnlyList<ExplorationConfiguration> All { get; } =
    [
        IpcConfiguration.Create(),
        CapabilitiesConfiguration.Create(3, 2),
        MemoryConfiguration.Create(),
        SemaphoresConfiguration.Create(),
        SchedulingConfiguration.Create(),
        VcpuConfiguration.Create(),
        MixedConfiguration.Create(),
    ];
}
