// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Internal.Runtime;

/// <summary>What the SDK asks of the memory of tier 1.</summary>
internal static unsafe class MemoryExports
{
    [RuntimeExport("bulkhead_immortal_enter")]
    private static nint EnterImmortal() => Heap.EnterImmortal();

    [RuntimeExport("bulkhead_immortal_leave")]
    private static void LeaveImmortal(nint place) => Heap.LeaveImmortal(place);

    // Nothing is collected, at the end of periods neither.
    [RuntimeExport("bulkhead_end_period")]
    private static nint EndPeriod(nint usedPercentMax) => 0;

    [RuntimeExport("bulkhead_memory_figure")]
    private static nuint Figure(nint which)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        return which switch
        {
            0 => Heap.ImmortalSize,
            1 => Heap.ImmortalUsed,
            2 => thread->PlacesLow - thread->ScopeArea,
            3 => thread->ScopePeakBytes,
            _ => 0,
        };
    }
}
