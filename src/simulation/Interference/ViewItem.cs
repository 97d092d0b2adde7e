// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Interference;

/// <summary>One thing that a partition can find out.</summary>
/// <param name="Name">What it is, such as the rights in a slot.</param>
/// <param name="Index">Which of its kind: selector, register, object.</param>
/// <param name="Value">Its value; objects are named by the order in which the partition meets
/// them, never by their place in the kernel.</param>
public readonly record struct ViewItem(string Name, int Index, ulong Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Index} = {Value:x}";
}
