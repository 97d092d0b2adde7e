// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>All invariants that a state alone can show, for tests that make states one by
/// one.</summary>
internal static class KernelInvariants
{
    [ThreadStatic]
    private static InvariantChecker? s_checker;

    /// <summary>Checks everything.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="running">What runs; none: idle.</param>
    /// <exception cref="InvariantException">Some do not hold.</exception>
    internal static void Check(SimulatedMachine machine, Link<ExecutionContext> running)
    {
        if (s_checker is null || s_checker.Machine != machine)
        {
            s_checker = new InvariantChecker(machine);
        }
        s_checker.Check(running, CheckDepth.Full);
    }
}
