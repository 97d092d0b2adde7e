// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>When a translation buffer forgets what it holds, besides invalidation.</summary>
public enum TlbPolicy
{
    /// <summary>Never: an invalidation that is missing always shows.</summary>
    Never,

    /// <summary>By choice.</summary>
    Random,

    /// <summary>At once: nothing is cached.</summary>
    Always,
}
