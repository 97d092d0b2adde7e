// SPDX-License-Identifier: MIT
namespace Bulkhead.Host;

/// <summary>A server that a test plays: it turns the message into its reply.</summary>
/// <param name="message">What the partition sent; the reply afterwards.</param>
public delegate void PortalServer(PortalMessage message);
