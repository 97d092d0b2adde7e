// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>A piece of hardware that does things by itself at ordering points.</summary>
public interface IHardwareActor
{
    /// <summary>What it could do now.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>Number of different actions; 0: nothing.</returns>
    int CountActions(SimulatedMachine machine);

    /// <summary>Does one of them.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="action">0 to one below what <see cref="CountActions"/> said.</param>
    /// <param name="choice">Decides what the action leaves open.</param>
    void Act(SimulatedMachine machine, int action, IChoice choice);
}
