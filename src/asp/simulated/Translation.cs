// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Asp.Simulated;

/// <summary>Where a guest-physical address leads.</summary>
/// <param name="Address">Host-physical address.</param>
/// <param name="Access">Access and memory type.</param>
/// <param name="LeafBytes">Size of the leaf: 4 KiB or 2 MiB.</param>
public readonly record struct Translation(ulong Address, MemoryAccess Access, ulong LeafBytes);
