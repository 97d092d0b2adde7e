// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Memory;

/// <summary>
/// How many table pages an address space takes: a root, one for each GiB in which anything is
/// mapped, and one for each 2 MiB that is not mapped as one block. A block is 2 MiB at a multiple
/// of 2 MiB on both sides.
/// </summary>
internal static class TablePages
{
    private const int GigabyteBits = 30;
    private const int BlockBits = 21;
    private const ulong BlockBytes = 1ul << BlockBits;

    /// <summary>Table pages for a set of mappings by ascending address.</summary>
    internal static int Count(ImmutableArray<Mapping> mappings)
    {
        int count = 1;
        ulong nextGigabyte = 0;
        ulong nextBlock = 0;
        foreach (Mapping mapping in mappings)
        {
            ulong last = (mapping.End - 1) >> GigabyteBits;
            ulong first = Math.Max(mapping.Address >> GigabyteBits, nextGigabyte);
            if (first <= last) count += (int)(last - first + 1);
            nextGigabyte = last + 1;
            count += CountLeaves(mapping, ref nextBlock);
        }
        return count;
    }

    /// <summary>Notes that a domain uses more, or fewer, table pages.</summary>
    internal static void Use(Step step, ObjectId id, int pages)
    {
        if (pages == 0) return;
        ProtectionDomain domain = step.Get<ProtectionDomain>(id);
        step.Put(domain with { TablePagesUsed = domain.TablePagesUsed + pages });
        Usage usage = step.State.Usage;
        step.State = step.State with
        {
            Usage = usage with { TablePages = usage.TablePages + pages },
        };
    }

    // Tables of pages: the 2 MiB ranges that the mapping touches, without those that it fills as
    // a block and those that the mapping before has counted.
    private static int CountLeaves(Mapping mapping, ref ulong nextBlock)
    {
        ulong first = mapping.Address >> BlockBits;
        ulong last = (mapping.End - 1) >> BlockBits;
        bool isCongruent = !mapping.IsUtcb
            && ((mapping.Address ^ mapping.HostAddress) & (BlockBytes - 1)) == 0;
        int count = 0;
        for (ulong block = Math.Max(first, nextBlock); block <= last; block++)
        {
            bool isWhole = mapping.Address <= block << BlockBits
                && (block + 1) << BlockBits <= mapping.End;
            if (!isCongruent || !isWhole) count++;
        }
        nextBlock = last + 1;
        return count;
    }
}
