// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>A portal: a badge, and the server behind it.</summary>
/// <param name="Server">The server.</param>
/// <param name="Badge">What the server gets to see.</param>
internal sealed record HostPortal(HostServer Server, ulong Badge);
