// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Oracle;

/// <summary>
/// The specification beside the kernel, after each event of a campaign. Systems whose clock moves
/// while the kernel looks at it are left out: when the kernel looks is not specified.
/// </summary>
/// <param name="depth">How much is compared.</param>
internal sealed class OracleCheck(OracleDepth depth) : IStepCheck
{
    private KernelOracle? _oracle;

    /// <inheritdoc/>
    public void Begin(World world) =>
        _oracle = world.Machine.Clock.ReadTicks == 0 ? new KernelOracle(world, depth) : null;

    /// <inheritdoc/>
    public void Before(World world, in SimulationEvent value) => _oracle?.Before(in value);

    /// <inheritdoc/>
    public void After(World world, in SimulationEvent value, bool wasApplied) =>
        _oracle?.After(in value, wasApplied);
}
