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
