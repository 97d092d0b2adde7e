// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Campaigns;

/// <summary>Something that is checked around each event.</summary>
internal interface IStepCheck
{
    /// <summary>A fresh world begins.</summary>
    /// <param name="world">The world, just booted.</param>
    void Begin(World world);

    /// <summary>Looks at the world before an event.</summary>
    /// <param name="world">The world.</param>
    /// <param name="value">The event.</param>
    void Before(World world, in SimulationEvent value);

    /// <summary>Checks the world after an event.</summary>
    /// <param name="world">The world.</param>
    /// <param name="value">The event.</param>
    /// <param name="wasApplied">False when it did not fit what ran.</param>
    /// <exception cref="Exception">Something is wrong.</exception>
    void After(World world, in SimulationEvent value, bool wasApplied);
}
