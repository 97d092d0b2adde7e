// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>A semaphore.</summary>
/// <param name="count">Count that it starts with.</param>
internal sealed class HostSemaphore(uint count)
{
    /// <summary>The count.</summary>
    public uint Count { get; set; } = count;

    /// <summary>Who waits.</summary>
    public WaitQueue Waiters { get; } = new();
}
