// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>A collection, from its beginning to its end, and what is known of those that have been.
/// </summary>
internal static unsafe class Collection
{
    private static nuint _count;
    private static nuint _liveBytes;
    private static nuint _liveCount;
    private static nuint _longestTicks;
    private static bool _isAllowed;
    private static nuint _stackCountMax;

    /// <summary>Collections so far.</summary>
    internal static nuint Count => _count;

    /// <summary>Bytes that the last one left.</summary>
    internal static nuint LiveBytes => _liveBytes;

    /// <summary>Objects that the last one left.</summary>
    internal static nuint LiveCount => _liveCount;

    /// <summary>Counter ticks of the longest one.</summary>
    internal static nuint LongestTicks => _longestTicks;

    /// <summary>Whether statics are ready to be looked at.</summary>
    internal static bool IsAllowed => _isAllowed;

    internal static void Allow() => _isAllowed = true;

    /// <summary>For tests: makes the marker's stack smaller than it could be; 0: as it is.
    /// </summary>
    internal static void LimitStack(nuint count) => _stackCountMax = count;

    // Entered with all registers on the stack.
    [RuntimeExport("bulkhead_collect")]
    private static void Run()
    {
        nuint begin = (nuint)Stopwatch.GetTimestamp();
        nuint stackCount = HeapLayout.StackCount;
        if (_stackCountMax != 0 && _stackCountMax < stackCount)
            stackCount = _stackCountMax;
        Marker marker = new(HeapLayout.Stack, stackCount);
        Roots.Mark(ref marker);
        marker.Finish();
        _liveBytes = marker.LiveBytes;
        _liveCount = marker.LiveCount;
        ForeverMemory.RemoveMarksInside(HeapLayout.Marks);
        HeapLayout.TakeMarksAsStarts();
        FreeSpace.Reset();
        TakePiecesBack();
        _count++;
        nuint ticks = (nuint)Stopwatch.GetTimestamp() - begin;
        if (ticks > _longestTicks)
            _longestTicks = ticks;
    }

    private static void TakePiecesBack()
    {
        for (ThreadRecord* thread = Roots.MainThread(); thread != null; thread = thread->Next)
        {
            thread->AllocationPointer = 0;
            thread->AllocationLimit = 0;
        }
    }
}
