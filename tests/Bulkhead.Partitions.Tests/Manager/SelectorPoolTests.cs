// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Partitions.Manager;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class SelectorPoolTests
{
    [Fact]
    public void Runs_AreFreeDistinctAndAsManyAsPromised() =>
        Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(1, 64).ToArbitrary(),
            Gen.Elements(1u, 1u, 1u, 6u).ArrayOf(200).ToArbitrary(),
            (interrupts, memory, runs) => Check((uint)interrupts, (uint)memory, runs))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WhoIsBuiltAgain_GetsTheSameOnes()
    {
        var pool = new SelectorPool(3, 40);
        Dictionary<uint, List<uint>> taken = [];
        uint[] runs = [1, 1, 6, 1, 1, 6, 6, 1];
        for (uint round = 0; round < 2; round++)
        {
            for (uint owner = 0; owner < 4; owner++)
            {
                pool.Enter(owner);
                taken.TryAdd(owner, []);
                taken[owner].AddRange(runs.Select(run => pool.Take(run)));
            }
        }
        Assert.DoesNotContain(Selectors.Null, taken.Values.SelectMany(t => t));
        foreach ((uint owner, List<uint> first) in taken)
        {
            pool.EnterAgain(owner);
            Assert.Equal(first, runs.Concat(runs).Select(run => pool.Take(run)));
            Assert.Equal(Selectors.Null, pool.Take());
            Assert.Equal(2 * runs.Sum(run => run), CountOwned(in pool, owner));
        }
    }

    private static int CountOwned(in SelectorPool pool, uint owner)
    {
        int count = 0;
        for (uint selector = pool.FindOwned(owner, 1); selector != Selectors.Null;
            selector = pool.FindOwned(owner, selector + 1)) count++;
        return count;
    }

    private static bool Check(uint interruptCount, uint memoryCount, uint[] runs)
    {
        var pool = new SelectorPool(interruptCount, memoryCount);
        HashSet<uint> taken = [];
        uint total = 0;
        foreach (uint run in runs)
        {
            uint first = pool.Take(run);
            if (first == Selectors.Null) break;
            for (uint selector = first; selector < first + run; selector++)
            {
                bool isFree = selector >= Selectors.BootInterrupts + interruptCount
                    && (selector < Selectors.BootSegments
                        || selector >= Selectors.BootSegments + memoryCount)
                    && selector < Limits.SelectorsMax - 1;
                if (!isFree || !taken.Add(selector)) return false;
            }
            total += run;
        }
        return total + 6 > SelectorPool.CountFree(interruptCount, memoryCount)
            || total == (uint)runs.Sum(run => run);
    }
}
