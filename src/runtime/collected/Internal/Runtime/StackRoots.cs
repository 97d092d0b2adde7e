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
            Mark(ref marker, at, record->LeftStart);
            at = record->LeftEnd;
        }
        Mark(ref marker, at, thread->StackHigh);
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
