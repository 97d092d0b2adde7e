// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Pools;
using Bulkhead.Vmm;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Checks of ranges that somebody alleges.</summary>
internal static class RangeLemmas
{
    private const int BytesMax = 1 << 26;
    private const string Type = nameof(AddressRange);

    private static readonly byte[] s_bytes = new byte[BytesMax];

    internal static IEnumerable<Lemma> All =>
        [CheckPages(), Overlap(), Contains(), HasInstruction(), TryRead()];

    private static BitVectorLemma CheckPages()
    {
        BitVectorLemma lemma = new(
            "range-check-pages",
            "A range is accepted exactly when start and size are whole pages, it is not empty, "
                + "and start plus size, computed without wrapping, is at most the limit.",
            "a caller could name memory outside its segment or address space");
        BitVector start = lemma.Variable("start", 64), bytes = lemma.Variable("bytes", 64);
        BitVector limit = lemma.Variable("limit", 64);
        BitVector Reason(Reason reason) => ((ulong)reason).Word(16);
        Formula isOutside = limit.IsBelow(start) | (limit - start).IsBelow(bytes);
        BitVector reason = lemma.Function(
            Type, nameof(AddressRange.CheckPages),
            (!((start | bytes) & 4095).Is(0)).Choose(
                Reason(Abi.Reason.Misaligned),
                bytes.Is(0).Choose(
                    Reason(Abi.Reason.EmptyRange),
                    isOutside.Choose(
                        Reason(Abi.Reason.OutsideSegment), Reason(Abi.Reason.None)))),
            point => (ulong)AddressRange.CheckPages(
                point[start], point[bytes], point[limit], Abi.Reason.OutsideSegment));
        Formula isGood = (start & 4095).Is(0) & (bytes & 4095).Is(0) & !bytes.Is(0)
            & (start.ZeroExtend(65) + bytes.ZeroExtend(65)).IsAtMost(limit.ZeroExtend(65));
        lemma.Claims(reason.Is(0).Is(isGood));
        return lemma;
    }

    private static BitVectorLemma Overlap()
    {
        BitVectorLemma lemma = new(
            "range-overlap",
            "Two checked ranges overlap exactly when an address is in both.",
            "a mapping could replace another without being unmapped first");
        const ulong addressesMax = 1ul << Limits.GuestAddressBits;
        BitVector Address(string name) => lemma.Variable(name, 64, greatest: addressesMax);
        BitVector start = Address("start"), end = Address("end"), witness = Address("witness");
        BitVector other = Address("other"), otherEnd = Address("other-end");
        lemma.Assume(start.IsBelow(end) & other.IsBelow(otherEnd));
        BitVector bytes = end - start, otherBytes = otherEnd - other;
        Formula overlaps = lemma.Function(
            Type, nameof(AddressRange.Overlap),
            start.IsBelow(other + otherBytes) & other.IsBelow(start + bytes),
            point => AddressRange.Overlap(
                point[start], point[end] - point[start],
                point[other], point[otherEnd] - point[other]));
        Formula IsIn(BitVector address) =>
            start.IsAtMost(address) & address.IsBelow(end)
            & other.IsAtMost(address) & address.IsBelow(otherEnd);
        lemma.Claims(IsIn(witness).Implies(overlaps));
        lemma.Claims(overlaps.Implies(IsIn(start.IsBelow(other).Choose(other, start))));
        return lemma;
    }

    private static BitVectorLemma Contains()
    {
        BitVectorLemma lemma = new(
            "guest-memory-contains",
            "A range is inside the guest's memory exactly when its first address is not below the "
                + "memory's, not behind its end, and no more bytes follow than up to that end.",
            "a guest could make its monitor touch memory that is not the guest's");
        (BitVector start, BitVector end) = Memory(lemma);
        BitVector address = lemma.Variable("address", 64), bytes = lemma.Variable("bytes", 64);
        Formula contains = lemma.Function(
            nameof(GuestMemoryRange), nameof(GuestMemoryRange.Contains),
            ContainsText(start, end - start, address, bytes),
            point => new GuestMemoryRange(point[start], point[end] - point[start])
                .Contains(point[address], point[bytes]));
        lemma.Claims(contains.Is(IsInside(start, end, address, bytes)));
        return lemma;
    }

    private static BitVectorLemma HasInstruction()
    {
        BitVectorLemma lemma = new(
            "guest-memory-instruction",
            "An entry point is accepted exactly when it is a multiple of four and all of its "
                + "instruction is inside the guest's memory.",
            "a virtual CPU could be started outside its memory");
        (BitVector start, BitVector end) = Memory(lemma);
        BitVector address = lemma.Variable("address", 64);
        BitVector four = 4.Word(64);
        Formula has = lemma.Function(
            nameof(GuestMemoryRange), nameof(GuestMemoryRange.HasInstruction),
            (address & 3).Is(0) & ContainsText(start, end - start, address, four),
            point => new GuestMemoryRange(point[start], point[end] - point[start])
                .HasInstruction(point[address]));
        lemma.Claims(has.Is((address & 3).Is(0) & IsInside(start, end, address, four)));
        return lemma;
    }

    private static BitVectorLemma TryRead()
    {
        BitVectorLemma lemma = new(
            "record-in-bounds",
            "A record of eight bytes is read exactly when offset plus size, computed without "
                + "wrapping, is at most the length (spans of up to 64 MiB).",
            "the kernel would read beyond the system image");
        BitVector length = lemma.Variable("length", 32, greatest: BytesMax);
        BitVector offset = lemma.Variable("offset", 64);
        BitVector wide = length.ZeroExtend(64);
        Formula isRead = lemma.Function(
            nameof(Record), nameof(Record.TryRead),
            !(wide.IsBelow(offset) | (wide - offset).IsBelow(8)),
            point => Record.TryRead<ulong>(
                s_bytes.AsSpan(0, (int)point[length]), point[offset], out _));
        lemma.Claims(isRead.Is((offset.ZeroExtend(65) + 8).IsAtMost(wide.ZeroExtend(65))));
        return lemma;
    }

    // No wrapping range is a guest's memory.
    private static (BitVector Start, BitVector End) Memory(BitVectorLemma lemma)
    {
        BitVector start = lemma.Variable("start", 64), end = lemma.Variable("end", 64);
        lemma.Assume(start.IsAtMost(end));
        return (start, end);
    }

    private static Formula ContainsText(
        BitVector start, BitVector size, BitVector address, BitVector bytes)
    {
        BitVector offset = address - start;
        return offset.IsAtMost(size) & bytes.IsAtMost(size - offset);
    }

    private static Formula IsInside(
        BitVector start, BitVector end, BitVector address, BitVector bytes) =>
        start.IsAtMost(address) & address.IsAtMost(end) & bytes.IsAtMost(end - address);
}
