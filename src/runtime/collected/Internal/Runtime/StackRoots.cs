// SPDX-License-Identifier: MIT
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>The stack of a thread that rests: any word may be a reference, to an object's start or
/// into it.</summary>
/// <remarks>
/// A handler runs above the frames that its exception has left. They are dead, and their old words
/// would keep garbage: they are passed over. The exceptions themselves lie in the runtime's frames
/// between, which are looked at.
/// </remarks>
internal static unsafe class StackRoots
{
    private static nuint _last;
    private static nuint _lastEnd;

    internal static void Mark(ref Marker marker, ThreadRecord* thread)
    {
        _lastEnd = 0;
        nuint at = thread->StackPointer;
        DispatchRecord* record = thread->Dispatches;
        for (; record != null && at < thread->StackHigh; record = record->Outer)
        {
            // Nothing is left yet while handlers are looked for.
            if (record->LeftEnd <= at)
                continue;
            MarkStacks(ref marker, thread->StackLow, at, record->LeftStart);
            at = record->LeftEnd;
        }
        MarkStacks(ref marker, thread->StackLow, at, thread->StackHigh);
    }

    // What handles an overflow runs on the reserve; the page between the stacks is not mapped.
    private static void MarkStacks(ref Marker marker, nuint low, nuint at, nuint end)
    {
        if (at >= low)
        {
            Mark(ref marker, at, end);
            return;
        }
        nuint reserveEnd = low - ThreadRecord.GuardBytes;
        Mark(ref marker, at, end < reserveEnd ? end : reserveEnd);
        Mark(ref marker, low, end);
    }

    private static void Mark(ref Marker marker, nuint at, nuint end)
    {
        nuint start = HeapLayout.Start;
        nuint bytes = HeapLayout.Bytes;
        for (; at < end; at += 8)
        {
            nuint word = *(nuint*)at;
            if (word - start < bytes)
                MarkWord(ref marker, word);
        }
    }

    // Many words in a row lead to the same object.
    private static void MarkWord(ref Marker marker, nuint word)
    {
        if (word >= _last && word < _lastEnd)
            return;
        nuint place = ObjectSearch.Find(word);
        if (place == 0)
            return;
        _last = place;
        _lastEnd = place + Heap.SizeAt(place) - 8;
        marker.Mark(place);
    }
}
