// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>What can be seen of a step from outside.</summary>
/// <param name="Deliveries">Registers given, in the order in which it happened; the last one of a
/// context counts.</param>
/// <param name="Running">What runs now; none: idle.</param>
/// <param name="Console">Bytes written to the boot console.</param>
/// <param name="IsOrderFree">Whether scheduling contexts that began to compete in this step may do
/// so in another order within a priority: deadlines at the same tick, the end of a domain.</param>
public sealed record Outcome(
    ImmutableArray<Delivery> Deliveries, ObjectId Running, ImmutableArray<byte> Console,
    bool IsOrderFree = false)
{
    /// <summary>The registers that a context has got.</summary>
    /// <param name="context">The context.</param>
    /// <returns>x0 upward; default when it got none.</returns>
    public ImmutableArray<ulong> For(ObjectId context)
    {
        for (int index = Deliveries.Length - 1; index >= 0; index--)
        {
            if (Deliveries[index].Context == context) return Deliveries[index].Registers;
        }
        return default;
    }
}
