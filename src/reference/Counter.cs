// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A semaphore.</summary>
/// <param name="cpu">Its home: only workers of this CPU wait for it.</param>
/// <param name="count">Its count at first.</param>
public sealed class Counter(int cpu, ulong count)
{
    /// <summary>Its home.</summary>
    public int Cpu { get; } = cpu;

    /// <summary>How often it was raised and not yet taken.</summary>
    public ulong Count { get; internal set; } = count;

    /// <summary>Who waits, the longest first.</summary>
    public IReadOnlyList<Worker> Waiting => Queue;

    internal List<Worker> Queue { get; } = [];
}
