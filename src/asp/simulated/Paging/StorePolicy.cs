// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>When the walkers see a store to a table.</summary>
public enum StorePolicy
{
    /// <summary>Not before a barrier: a barrier that is missing shows an old table.</summary>
    AtBarriers,

    /// <summary>At any ordering point, by choice, each word by itself and in any order.</summary>
    Random,

    /// <summary>At the next ordering point.</summary>
    AtOnce,
}
