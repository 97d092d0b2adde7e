// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>Finds the object that a word leads to, if it does: to its start or anywhere into it.
/// </summary>
/// <remarks>
/// Words are those of stacks, of which nobody knows what they are. Below the end of the pieces
/// objects follow one another from a known start on, up to memory that is clear; elsewhere every
/// object's start is known.
/// </remarks>
internal static unsafe class ObjectSearch
{
    // From anywhere in a piece to its start, which lies at most one word before.
    private const nuint WordsMax = 9;
    private const nuint HeaderBytes = 8;

    /// <summary>Looks for it.</summary>
    /// <returns>The place of its table pointer; 0: the word leads to no object.</returns>
    internal static nuint Find(nuint word)
    {
        nuint distance = word - HeapLayout.Start;
        if (distance >= HeapLayout.Bytes)
            return 0;
        Bitmap starts = HeapLayout.Starts;
        // A header belongs to nobody, and the memory before it may end there.
        nuint behind = distance + HeaderBytes;
        if (behind < HeapLayout.Bytes && starts.Contains(behind))
            return 0;
        if (starts.TryLastAt(distance, WordsMax, out nuint found))
            return Walk(HeapLayout.Start + found, word);
        return FindLarge(distance, word);
    }

    // A large object's start, far before. What an old entry leads to is seen not to reach here.
    private static nuint FindLarge(nuint distance, nuint word)
    {
        nuint origin = HeapLayout.Origins[distance / Bitmap.BytesPerWord];
        nuint last = ((origin + 1) * Bitmap.BytesPerWord) - HeaderBytes;
        if (!HeapLayout.Starts.TryLastAt(last, 1, out nuint found))
            return 0;
        nuint place = HeapLayout.Start + found;
        bool isInside = *(nuint*)place != 0 && word >= place
            && word < place + Heap.SizeAt(place) - HeaderBytes;
        return isInside ? place : 0;
    }

    // Objects on the way are noted: none is passed twice in a collection.
    private static nuint Walk(nuint place, nuint word)
    {
        while (*(nuint*)place != 0)
        {
            nuint next = place + Heap.SizeAt(place);
            if (word < next - HeaderBytes)
                return place;
            if (word < next || next >= FreeSpace.PieceEnd || *(nuint*)next == 0)
                return 0;
            HeapLayout.Starts.Add(next - HeapLayout.Start);
            place = next;
        }
        return 0;
    }
}
