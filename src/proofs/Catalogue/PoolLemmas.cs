// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Index arithmetic of runs, through which selectors reach capabilities.</summary>
internal static class PoolLemmas
{
    // A run ends inside its block; the kernel's is a megabyte, its longest run 256 items.
    private const ulong BlockBytesMax = 1ul << 21;
    private const ulong CountMax = 1 << 9;

    internal static IEnumerable<Lemma> All =>
    [
        At<Capability>("run-at-capability"), At<SchedulingContext>("run-at-scheduling-context"),
        IndexOf<Capability>("run-index-of-capability"),
        IndexOf<SchedulingContext>("run-index-of-scheduling-context"),
        new EnumeratedLemma<SelectorCase>(
            "selector-in-space",
            "Of all 32-bit selectors exactly those below 256 reach a slot of a capability space, "
                + "each its own.",
            "a selector would reach another domain's capability",
            nameof(Run<>), nameof(Run<>.At)),
    ];

    private static BitVectorLemma At<T>(string name)
        where T : unmanaged
    {
        uint size = Record.SizeOf<T>();
        BitVectorLemma lemma = new(
            name,
            $"An index below the count leads to a whole item of {size} bytes inside the run, and "
                + "every other 64-bit index to none.",
            "an index of the caller would lead outside its table");
        (BitVector first, BitVector count, BitVector end) = RunIn(lemma, size);
        BitVector index = lemma.Variable("index", 64);
        BitVector link = AtText<T>(lemma, first, count, index, size);
        Formula isIn = index.IsBelow(count.ZeroExtend(64));
        lemma.Claims(isIn.Implies(
            first.IsAtMost(link) & (link.ZeroExtend(64) + size).IsAtMost(end)));
        lemma.Claims((!isIn).Is(link.Is(0)));
        return lemma;
    }

    private static BitVectorLemma IndexOf<T>(string name)
        where T : unmanaged
    {
        uint size = Record.SizeOf<T>();
        BitVectorLemma lemma = new(
            name,
            $"A link has an index exactly when it lies inside the run (items of {size} bytes), "
                + "and the index of the item at an index is that index.",
            "two objects would share an index, or a foreign link would have one");
        (BitVector first, BitVector count, BitVector end) = RunIn(lemma, size);
        BitVector link = lemma.Variable("link", 32);
        BitVector index = lemma.Variable("index", 64, greatest: CountMax);
        lemma.Assume(index.IsBelow(count.ZeroExtend(64)));
        BitVector found = lemma.Function(
            nameof(Run<>), nameof(Run<>.IndexOf), IndexText(first, count, link, size),
            point => RunAt<T>(point[first], point[count]).IndexOf(LinkAt<T>(point[link])));
        BitVector at = AtText<T>(lemma, first, count, index, size);
        BitVector back = lemma.Function(
            nameof(Run<>), nameof(Run<>.IndexOf), IndexText(first, count, at, size), point =>
            {
                Run<T> run = RunAt<T>(point[first], point[count]);
                return run.IndexOf(run.At(point[index]));
            });
        Formula isIn = first.IsAtMost(link) & link.ZeroExtend(64).IsBelow(end);
        lemma.Claims(isIn.Is(found.IsBelow(count)));
        lemma.Claims((!isIn).Implies(found.Is(uint.MaxValue)));
        lemma.Claims(back.ZeroExtend(64).Is(index));
        return lemma;
    }

    private static (BitVector First, BitVector Count, BitVector End) RunIn(
        BitVectorLemma lemma, uint size)
    {
        BitVector first = lemma.Variable("first", 32, greatest: BlockBytesMax);
        BitVector count = lemma.Variable("count", 32, greatest: CountMax);
        BitVector end = first.ZeroExtend(64) + (count.ZeroExtend(64) * size);
        lemma.Assume(!first.Is(0) & !count.Is(0) & end.IsAtMost(BlockBytesMax));
        return (first, count, end);
    }

    private static BitVector AtText<T>(
        BitVectorLemma lemma, BitVector first, BitVector count, BitVector index, uint size)
        where T : unmanaged => lemma.Function(
        nameof(Run<>), nameof(Run<>.At),
        index.IsBelow(count.ZeroExtend(64)).Choose(
            first + (index.Extract(31, 0) * size), 0.Word(32)),
        point => RunAt<T>(point[first], point[count]).At(point[index]).Offset);

    private static BitVector IndexText(
        BitVector first, BitVector count, BitVector link, uint size)
    {
        BitVector index = (link - first).Quotient(((ulong)size).Word(32));
        return index.IsBelow(count).Choose(index, ((ulong)uint.MaxValue).Word(32));
    }

    private static Run<T> RunAt<T>(ulong first, ulong count)
        where T : unmanaged => new((uint)first, (uint)count);

    private static Link<T> LinkAt<T>(ulong offset)
        where T : unmanaged => new((uint)offset);

    private readonly struct SelectorCase : IEnumeratedCase
    {
        private const uint First = 0x1000;

        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            Run<Capability> slots = new(First, Limits.SelectorsMax);
            Link<Capability> link = slots.At(point);
            return point < 256 ? link.Offset == First + (32 * point)
                : link.IsNone && slots.At(point << 32).IsNone;
        }

        public static string Describe(ulong point) => $"selector 0x{point:x}";
    }
}
