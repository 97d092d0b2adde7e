// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>
/// Capacities of a kernel. The ABI does not fix them; whoever uses the specification says which
/// kernel it is about. A hypercall that would exceed one is refused with
/// <see cref="Reason.PoolExhausted"/> or <see cref="Reason.TablePagesExhausted"/>.
/// </summary>
public sealed record Capacities
{
    /// <summary>Stage-2 table pages of all domains together.</summary>
    public int TablePagesMax { get; init; } = int.MaxValue;

    /// <summary>Message pages: threads.</summary>
    public int UtcbsMax { get; init; } = int.MaxValue;

    /// <summary>Threads and virtual CPUs.</summary>
    public int ContextsMax { get; init; } = int.MaxValue;

    /// <summary>Virtual CPUs.</summary>
    public int VcpusMax { get; init; } = int.MaxValue;

    /// <summary>Scheduling contexts.</summary>
    public int SchedulingContextsMax { get; init; } = int.MaxValue;

    /// <summary>Portals.</summary>
    public int PortalsMax { get; init; } = int.MaxValue;

    /// <summary>Semaphores.</summary>
    public int SemaphoresMax { get; init; } = int.MaxValue;

    /// <summary>Memory segments.</summary>
    public int SegmentsMax { get; init; } = int.MaxValue;

    /// <summary>Mappings, those of message pages included.</summary>
    public int MappingsMax { get; init; } = int.MaxValue;

    /// <summary>Time partitions besides the background that windows may name.</summary>
    public int WindowQueuesMax { get; init; } = int.MaxValue;

    /// <summary>Protection domains.</summary>
    public int DomainsMax { get; init; } = Limits.DomainsMax;

    /// <summary>System-counter frequency in Hz.</summary>
    public ulong CounterFrequency { get; init; } = 1_000_000_000;

    /// <summary>Bits of a guest's pstate that its monitor may set.</summary>
    public ulong GuestStateMask { get; init; } = 0xf000_03c7;

    /// <summary>Counter when the kernel began.</summary>
    public ulong BootTicks { get; init; }
}
