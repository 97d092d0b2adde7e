// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>What lies where in the partition's memory.</summary>
/// <remarks>
/// Objects first; behind them three bitmaps of a bit for each eight bytes (starts of objects,
/// marks, marked objects that are still to be looked at), the marker's stack, as large as one of
/// them, and for each word of a bitmap the number of the word with the start of the large object
/// that reaches over it: together 9 of 137 parts. Memory is clear when the partition starts.
/// </remarks>
internal static unsafe class HeapLayout
{
    private const nuint PartsOfObjects = 128;
    private const nuint PartsOfAll = 137;

    private static nuint _start;
    private static nuint _bytes;
    private static Bitmap _starts;
    private static Bitmap _marks;
    private static Bitmap _later;
    private static nint* _stack;
    private static uint* _origins;

    /// <summary>First byte of the objects.</summary>
    internal static nuint Start => _start;

    /// <summary>Bytes for objects; a multiple of <see cref="Bitmap.BytesPerWord"/>.</summary>
    internal static nuint Bytes => _bytes;

    internal static nuint WordCount => _bytes / Bitmap.BytesPerWord;

    /// <summary>Where free memory's search must stop: objects that the last collection left,
    /// beginnings of pieces, large objects; and objects that a search found in a piece.</summary>
    internal static Bitmap Starts => _starts;

    /// <summary>Clear except during a collection.</summary>
    internal static Bitmap Marks => _marks;

    /// <summary>Marked objects that found the stack full. Clear except during a
    /// collection.</summary>
    internal static Bitmap Later => _later;

    internal static nint* Stack => _stack;

    /// <summary>Entries of the stack.</summary>
    internal static nuint StackCount => WordCount;

    internal static uint* Origins => _origins;

    /// <summary>Divides the memory.</summary>
    internal static void Initialize()
    {
        _start = Window(out nuint all);
        _bytes = all / PartsOfAll * PartsOfObjects / Bitmap.BytesPerWord * Bitmap.BytesPerWord;
        ulong* next = (ulong*)(_start + _bytes);
        nuint words = WordCount;
        _starts = new Bitmap(next);
        _marks = new Bitmap(next + words);
        _later = new Bitmap(next + (2 * words));
        _stack = (nint*)(next + (3 * words));
        _origins = (uint*)(next + (4 * words));
    }

    /// <summary>The marks become the starts, and the old starts are forgotten.</summary>
    internal static void TakeMarksAsStarts()
    {
        (_starts, _marks) = (_marks, _starts);
        ulong* at = _marks.Words;
        ulong* end = at + WordCount;
        for (; end - at >= 4; at += 4)
        {
            at[0] = 0;
            at[1] = 0;
            at[2] = 0;
            at[3] = 0;
        }
        while (at < end)
            *at++ = 0;
    }

    [RuntimeImport("bulkhead_heap_window")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint Window(out nuint bytes);
}
