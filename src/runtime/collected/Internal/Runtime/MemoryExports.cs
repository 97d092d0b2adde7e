// SPDX-License-Identifier: MIT
using System;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>What the SDK asks of the memory of tier 2. Scopes are blocks of the source and nothing
/// else.</summary>
internal static unsafe class MemoryExports
{
    [RuntimeExport("bulkhead_scope_enter")]
    private static nint EnterScope(nuint bytesMax) => 0;

    [RuntimeExport("bulkhead_scope_leave")]
    private static void LeaveScope(nint scope)
    {
    }

    // Nothing lies in a scope.
    [RuntimeExport("bulkhead_scope_holds")]
    private static int ScopeHolds(nint scope, object? value) => 0;

    // It stays as long as it is reached.
    [RuntimeExport("bulkhead_retain_exception")]
    private static Exception RetainException(Exception exception) => exception;

    [RuntimeExport("bulkhead_immortal_enter")]
    private static nint EnterImmortal() => 0;

    [RuntimeExport("bulkhead_immortal_leave")]
    private static void LeaveImmortal(nint place)
    {
    }

    // Collects when more than so many hundredths of the heap are in use.
    [RuntimeExport("bulkhead_end_period")]
    private static nint EndPeriod(nint usedPercentMax)
    {
        if (Heap.UsedBytes * 100 <= Heap.Bytes * (nuint)usedPercentMax)
            return 0;
        Heap.Collect();
        return 1;
    }

    [RuntimeExport("bulkhead_memory_figure")]
    private static nuint Figure(nint which) => which switch
    {
        0 => Heap.Bytes,
        1 => Heap.UsedBytes,
        4 => Collection.Count,
        5 => Collection.LiveBytes,
        6 => Collection.LiveCount,
        7 => Collection.LongestTicks,
        8 => PauseBound.Instructions,
        _ => 0,
    };

    [RuntimeExport("bulkhead_limit_marker")]
    private static void LimitMarker(nuint entries) => Collection.LimitStack(entries);
}
