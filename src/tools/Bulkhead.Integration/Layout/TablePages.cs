// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Counts the stage-2 table pages that a domain's mappings need: a root of 1 GiB entries, a table
/// of
/// 2 MiB entries for each GiB that is used, and a table of 4 KiB entries for each 2 MiB that no
/// large page covers.
/// </summary>
public sealed class TablePages
{
    private const ulong Gigabyte = 1UL << 30;
    private readonly HashSet<ulong> _gigabytes = [];
    private readonly HashSet<ulong> _smallBlocks = [];

    /// <summary>Tables so far, the root included.</summary>
    public int Count => 1 + _gigabytes.Count + _smallBlocks.Count;

    /// <summary>Counts a mapping in.</summary>
    /// <param name="range">Guest-physical addresses, whole pages.</param>
    /// <param name="hostAddress">Where they lead: decides whether large pages fit.</param>
    public void Map(MemoryRange range, ulong hostAddress)
    {
        bool isCongruent = (range.Base ^ hostAddress) % Alignment.LargePage == 0;
        ulong start = Alignment.Down(range.Base, Alignment.LargePage);
        for (ulong block = start; block < range.End; block += Alignment.LargePage)
        {
            _gigabytes.Add(block / Gigabyte);
            bool isWhole = block >= range.Base && block + Alignment.LargePage <= range.End;
            if (!isWhole || !isCongruent)
            {
                _smallBlocks.Add(block);
            }
        }
    }
}
