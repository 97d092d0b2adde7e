// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Emit;

/// <summary>A finished system image.</summary>
/// <param name="Bytes">Its bytes, whole pages.</param>
/// <param name="Address">Host-physical address that its first byte must be at.</param>
/// <param name="Tables">The records in it, for reports.</param>
public sealed record SystemImage(byte[] Bytes, ulong Address, SystemImageTables Tables);
