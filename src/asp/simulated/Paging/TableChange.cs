// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>An entry of the operation log: what the walkers came to see, or an
/// invalidation.</summary>
/// <param name="Page">Table page; -1: an invalidation.</param>
/// <param name="Index">Entry in the page.</param>
/// <param name="Before">The entry until then.</param>
/// <param name="After">The entry from then on.</param>
/// <param name="Space">Address space of the page, or the one that was invalidated.</param>
public readonly record struct TableChange(
    int Page, int Index, ulong Before, ulong After, ushort Space)
{
    /// <summary>Whether it is the invalidation of a space.</summary>
    public bool IsInvalidation => Page < 0;
}
