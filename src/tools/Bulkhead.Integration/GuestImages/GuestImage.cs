// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>A guest kernel, recognised: what goes where, and where it starts.</summary>
/// <param name="Format">What it was recognised as; never <see cref="KernelFormat.Auto"/>.</param>
/// <param name="Pieces">Its pieces by address; none overlaps another.</param>
/// <param name="Entry">Guest-physical address of the first instruction.</param>
public sealed record GuestImage(
    KernelFormat Format, IReadOnlyList<GuestPiece> Pieces, ulong Entry)
{
    /// <summary>From the first address of any piece to the last.</summary>
    public MemoryRange Extent
    {
        get
        {
            ulong start = Pieces.Min(piece => piece.Address);
            return new MemoryRange(start, Pieces.Max(piece => piece.Range.End) - start);
        }
    }
}
