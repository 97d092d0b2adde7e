// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>How the second stage splits addresses and ranges.</summary>
internal static class AddressSplitLemmas
{
    private const ulong AddressMax = (1ul << Limits.GuestAddressBits) - 1;
    private const ulong BlockBytes = 1 << 21;
    private const string Type = nameof(StageTwo<>);

    internal static IEnumerable<Lemma> All => [Split(), Leaves(), UsesBlock(), Step()];

    private static BitVectorLemma Split()
    {
        BitVectorLemma lemma = new(
            "stage-two-index-split",
            "The three table indices and the page offset of a 39-bit address are each in range, "
                + "and together give the address back.",
            "two addresses would share a table entry, or a walk would leave a table");
        BitVector at = lemma.Variable("at", 64, greatest: AddressMax);
        BitVector Index(int shift) => lemma.Function(
            Type, nameof(StageTwo<>.Index), (at >> shift) & 511,
            point => (ulong)StageTwo<SimulatedAsp>.Index(point[at], shift));
        BitVector root = Index(30), middle = Index(21), last = Index(12);
        lemma.Claims(root.IsBelow(512) & middle.IsBelow(512) & last.IsBelow(512));
        lemma.Claims(((root << 30) | (middle << 21) | (last << 12) | (at & 4095)).Is(at));
        return lemma;
    }

    private static BitVectorLemma Leaves()
    {
        BitVectorLemma lemma = new(
            "stage-two-step-leaves",
            "A step enters or removes at least one leaf, at most four, and no more than the table "
                + "and the mapping have left.",
            "a step would make no progress, last too long, or leave its table or its mapping");
        BitVector table = lemma.Variable("table", 64, greatest: 512);
        BitVector mapping = lemma.Variable("mapping", 64, greatest: 1ul << 27);
        lemma.Assume(BitVector.Constant(1, 64).IsAtMost(table));
        lemma.Assume(BitVector.Constant(1, 64).IsAtMost(mapping));
        BitVector four = BitVector.Constant(4, 64);
        BitVector inTable = table.IsBelow(4).Choose(table, four);
        BitVector leaves = lemma.Function(
            Type, nameof(StageTwo<>.LeavesInStep),
            inTable.IsBelow(mapping).Choose(inTable, mapping),
            point => (ulong)StageTwo<SimulatedAsp>.LeavesInStep((int)point[table], point[mapping]));
        lemma.Claims(BitVector.Constant(1, 64).IsAtMost(leaves) & leaves.IsAtMost(4));
        lemma.Claims(leaves.IsAtMost(table) & leaves.IsAtMost(mapping));
        return lemma;
    }

    private static BitVectorLemma UsesBlock()
    {
        BitVectorLemma lemma = new(
            "stage-two-uses-block",
            "A 2 MiB leaf is used exactly when both addresses are at 2 MiB boundaries and all of "
                + "it lies before the range's end.",
            "a leaf would show memory outside the range that was granted");
        BitVector at = lemma.Variable("at", 64);
        BitVector host = lemma.Variable("host", 64);
        BitVector end = lemma.Variable("end", 64);
        lemma.Assume(at.IsAtMost(end));
        Formula uses = UsesBlockAt(lemma, at, host, end);
        Formula isAligned = (at & (BlockBytes - 1)).Is(0) & (host & (BlockBytes - 1)).Is(0);
        Formula fits = (at.ZeroExtend(65) + BlockBytes).IsAtMost(end.ZeroExtend(65));
        lemma.Claims(uses.Is(isAligned & fits));
        return lemma;
    }

    private static BitVectorLemma Step()
    {
        BitVectorLemma lemma = new(
            "stage-two-map-step",
            "Each leaf that a mapping enters begins inside the range and ends inside it, and "
                + "stays inside one table entry of its level.",
            "a mapping would end beyond its range, or a leaf would cover two entries");
        BitVector at = lemma.Variable("at", 64, mask: ~4095ul, greatest: AddressMax);
        BitVector host = lemma.Variable("host", 64, mask: 0xffff_ffff_f000);
        BitVector end = lemma.Variable("end", 64, mask: ~4095ul, greatest: AddressMax + 1);
        lemma.Assume(at.IsBelow(end));
        Formula uses = UsesBlockAt(lemma, at, host, end);
        BitVector next = uses.Choose(at + BlockBytes, at + Limits.PageBytes);
        lemma.Claims(at.IsBelow(next) & next.IsAtMost(end));
        lemma.Claims(next.IsAtMost(NextBlockOf(at)));
        lemma.Claims(uses.Implies(next.Is(NextBlockOf(at))));
        return lemma;
    }

    private static BitVector NextBlockOf(BitVector at) => (at & ~(BlockBytes - 1)) + BlockBytes;

    private static Formula UsesBlockAt(
        BitVectorLemma lemma, BitVector at, BitVector host, BitVector end) => lemma.Function(
        Type, nameof(StageTwo<>.UsesBlock),
        ((at | host) & (BlockBytes - 1)).Is(0)
            & BitVector.Constant(BlockBytes, 64).IsAtMost(end - at),
        point => StageTwo<SimulatedAsp>.UsesBlock(point[at], point[host], point[end]));
}
