// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>When caches write a line back by themselves.</summary>
public enum CachePolicy
{
    /// <summary>Never: maintenance that is missing always shows.</summary>
    Never,

    /// <summary>By choice.</summary>
    Random,

    /// <summary>At once: memory is always current.</summary>
    Always,
}
