// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>How much memory a partition has.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="ScopeBytes">What a thread has of it for scopes.</param>
internal sealed record PartitionMemory(long Bytes, long ScopeBytes);
