// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>An interrupt line of the partition: closed by each delivery, until it is
/// acknowledged. What comes meanwhile is delivered then.</summary>
/// <param name="semaphore">What a delivery raises.</param>
internal sealed class HostInterrupt(HostSemaphore semaphore)
{
    /// <summary>What a delivery raises.</summary>
    public HostSemaphore Semaphore { get; } = semaphore;

    /// <summary>Whether the line waits to be acknowledged.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether it came while the line was closed.</summary>
    public bool IsPending { get; set; }
}
