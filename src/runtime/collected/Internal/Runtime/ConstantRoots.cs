// SPDX-License-Identifier: MIT
using Internal.Runtime.Startup;

namespace Internal.Runtime;

/// <summary>Objects that the compiler made: they lie in the program's data, are never freed, and
/// may lead into the heap. Those with references are found once.</summary>
internal static unsafe class ConstantRoots
{
    private static nuint* _places;
    private static nuint _count;
    private static nuint _wordCount;

    /// <summary>How many there are.</summary>
    internal static nuint Count => _count;

    /// <summary>Words that they have together.</summary>
    internal static nuint WordCount => _wordCount;

    /// <summary>Finds them.</summary>
    internal static void Find()
    {
        nuint count = 0;
        for (nuint at = First; at < End; at = Next(at))
            count += HasReferences(at) ? 1u : 0u;
        _places = (nuint*)ForeverMemory.Take((count + 1) * 8);
        for (nuint at = First; at < End; at = Next(at))
        {
            if (!HasReferences(at))
                continue;
            _places[_count++] = at;
            _wordCount += Heap.SizeAt(at) / 8;
        }
    }

    /// <summary>Marks what they lead to.</summary>
    internal static void Mark(ref Marker marker)
    {
        for (nuint index = 0; index < _count; index++)
            MarkFields(ref marker, _places[index]);
    }

    /// <summary>Marks what an object leads to that is not in the heap.</summary>
    internal static void MarkFields(ref Marker marker, nuint place)
    {
        MethodTable* table = *(MethodTable**)place;
        nuint size = table->BaseSize;
        if (table->HasComponentSize)
            size += (nuint)table->ComponentSize * *(uint*)(place + 8);
        marker.MarkFields(place, table, size);
    }

    private static nuint First => (nuint)ModuleSections.FrozenStart + 8;

    // The section ends with a word that is clear.
    private static nuint End => (nuint)ModuleSections.FrozenEnd;

    private static nuint Next(nuint place) =>
        *(nuint*)place == 0 ? End : place + Heap.SizeAt(place);

    private static bool HasReferences(nuint place)
    {
        MethodTable* table = *(MethodTable**)place;
        return table != null && table->HasPointers;
    }
}
