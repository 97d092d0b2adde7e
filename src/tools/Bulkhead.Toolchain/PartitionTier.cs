// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>How much of the language a native partition has.</summary>
public enum PartitionTier
{
    /// <summary>No allocation: what the kernel has.</summary>
    Static = 0,

    /// <summary>Immortal memory and scopes, exceptions.</summary>
    Scoped = 1,

    /// <summary>A collected heap, exceptions.</summary>
    Collected = 2,
}
