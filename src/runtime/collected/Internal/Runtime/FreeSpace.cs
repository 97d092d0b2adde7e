// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>
/// Finds memory between the objects that the last collection left: pieces for small objects from
/// the heap's start upwards, large objects from its end downwards. Between the two everything is
/// as the collection left it; the heap is used up when they meet.
/// </summary>
/// <remarks>Whoever calls holds the heap. Addresses here are those of headers, the word before an
/// object's table pointer.</remarks>
internal static unsafe class FreeSpace
{
    private const nuint HeaderBytes = 8;

    private static nuint _low;
    private static nuint _high;
    private static nuint _givenBytes;

    /// <summary>End of the part that pieces have been taken from.</summary>
    internal static nuint PieceEnd => _low;

    /// <summary>Bytes given away since the last collection.</summary>
    internal static nuint GivenBytes => _givenBytes;

    /// <summary>Begins anew behind a collection: the starts are those of live objects.</summary>
    internal static void Reset()
    {
        _low = HeapLayout.Start;
        _high = HeapLayout.Start + HeapLayout.Bytes;
        _givenBytes = 0;
    }

    /// <summary>Takes the next piece from below. Smaller ones on the way are passed over until the
    /// next collection, unless none is found.</summary>
    /// <param name="least">Fewest bytes; a multiple of 8.</param>
    /// <param name="most">Most bytes.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>The piece, which is not clear; 0 when there is none.</returns>
    internal static nuint TryTakePiece(nuint least, nuint most, out nuint bytes)
    {
        nuint before = _low;
        while (_low < _high)
        {
            nuint place = NextObject();
            nuint gap = place - HeaderBytes - _low;
            if (gap >= least)
            {
                bytes = gap < most ? gap : most;
                nuint piece = _low;
                _low += bytes;
                _givenBytes += bytes;
                HeapLayout.Starts.Add(piece + HeaderBytes - HeapLayout.Start);
                return piece;
            }
            Seal(gap);
            _low = place - HeaderBytes;
            if (_low < _high)
                _low += Heap.SizeAt(place);
        }
        _low = before;
        bytes = 0;
        return 0;
    }

    // Place of the next object that is left, or where one would be behind the end.
    private static nuint NextObject()
    {
        nuint start = HeapLayout.Start;
        nuint end = _high - start;
        nuint distance = HeapLayout.Starts.NextAt(_low + HeaderBytes - start, end);
        return start + (distance < end ? distance : end + HeaderBytes);
    }

    // What is passed over must not look like objects to a search in a piece before it.
    private static void Seal(nuint gap)
    {
        nuint* words = (nuint*)_low;
        if (gap >= HeaderBytes)
            words[0] = 0;
        if (gap >= 2 * HeaderBytes)
            words[1] = 0;
    }

    /// <summary>Takes memory for one large object from above.</summary>
    /// <param name="bytes">How much; a multiple of 8.</param>
    /// <returns>The memory, which is not clear; 0 when there is none.</returns>
    internal static nuint TryTakeLarge(nuint bytes)
    {
        nuint start = HeapLayout.Start;
        nuint high = _high;
        while (high > _low && high - _low >= bytes)
        {
            // An object's start is at least two words before the end of its memory.
            bool isFound = HeapLayout.Starts.TryLastAt(
                high - HeaderBytes - start, HeapLayout.WordCount, out nuint distance);
            nuint place = start + distance;
            nuint low = isFound && place > _low ? place - HeaderBytes + Heap.SizeAt(place) : _low;
            if (high - low >= bytes)
            {
                _high = high - bytes;
                _givenBytes += bytes;
                Note(_high + HeaderBytes - start, bytes);
                return _high;
            }
            high = low == _low ? low : place - HeaderBytes;
        }
        return 0;
    }

    // An address inside leads to the start through the origins, however far it is.
    private static void Note(nuint distance, nuint bytes)
    {
        HeapLayout.Starts.Add(distance);
        nuint first = distance / Bitmap.BytesPerWord;
        nuint last = (distance + bytes - HeaderBytes - 1) / Bitmap.BytesPerWord;
        for (nuint word = first + 1; word <= last; word++)
            HeapLayout.Origins[word] = (uint)first;
    }
}
