// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>What happens beside the CPU that executes the kernel.</summary>
public interface IInterleaving
{
    /// <summary>The executing CPU reached an ordering point. Hardware and other CPUs may act now;
    /// whoever implements this must not call the kernel for the CPU that executes.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="point">Where the kernel is.</param>
    void At(SimulatedMachine machine, OrderingPoint point);
}
