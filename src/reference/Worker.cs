// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A thread.</summary>
/// <param name="cpu">The CPU that it belongs to.</param>
public sealed class Worker(int cpu)
{
    /// <summary>When a wait without a deadline ends.</summary>
    public const ulong Never = ulong.MaxValue;

    /// <summary>The CPU that it belongs to.</summary>
    public int Cpu { get; } = cpu;

    /// <summary>What it waits for; null: it can run.</summary>
    public Counter? WaitsFor { get; internal set; }

    /// <summary>When it gives up waiting.</summary>
    public ulong Deadline { get; internal set; } = Never;

    /// <summary>What its last wait, or try, has got: how much of the count, 0 when the deadline
    /// passed.</summary>
    public ulong Taken { get; internal set; }

    /// <summary>The time that it has; null: none, it never runs.</summary>
    public Share? Share { get; internal set; }
}
