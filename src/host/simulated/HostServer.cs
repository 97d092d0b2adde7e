// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>A server thread, which works for one caller at a time.</summary>
/// <param name="method">What it does for a call.</param>
/// <param name="identity">Its thread, when it is the partition's own.</param>
internal sealed class HostServer(PortalServer method, ThreadIdentity identity)
{
    /// <summary>What it does for a call.</summary>
    public PortalServer Method { get; } = method;

    /// <summary>Its thread.</summary>
    public ThreadIdentity Identity { get; } = identity;

    /// <summary>Whom it works for.</summary>
    public HostThread? Caller { get; set; }

    /// <summary>Who waits for it.</summary>
    public WaitQueue Waiters { get; } = new();
}
