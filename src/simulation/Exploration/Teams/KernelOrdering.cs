// SPDX-License-Identifier: MIT
using System.Reflection;
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>
/// Ordering points inside the kernel: each atomic or ordered access. The kernel that ships has
/// none; one that is built for it (the tool does, from the same source) says when it reaches one.
/// </summary>
internal static class KernelOrdering
{
    private const string TypeName = "Bulkhead.Kernel.OrderedAccess";
    private const string FieldName = "Reached";

    /// <summary>Whether the kernel at hand has them.</summary>
    internal static bool IsThere => Field is not null;

    private static FieldInfo? Field =>
        typeof(KernelState).Assembly.GetType(TypeName)?.GetField(FieldName);

    /// <summary>Lets them be ordering points of the machine.</summary>
    internal static void Connect() =>
        Field?.SetValue(null, (Action)(() => SimulatedMachine.Reach(OrderingPoint.Share)));
}
