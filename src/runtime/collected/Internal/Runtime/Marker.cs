// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>Marks what is reached.</summary>
/// <remarks>
/// No recursion: marked objects wait on a stack of fixed size. One that finds it full gets a bit in
/// another bitmap and is looked at when the stack is empty. A pass over those bits is repeated only
/// when the stack was full during the last one, that is when at least so many objects were looked
/// at: there are no more passes than marked objects divided by the stack's entries, and one.
/// </remarks>
internal unsafe ref struct Marker
{
    private readonly nuint _start;
    private readonly nuint _bytes;
    private readonly ulong* _marks;
    private readonly nint* _bottom;
    private readonly nint* _full;
    private readonly nuint _wordCount;
    private nint* _top;
    private nuint _liveBytes;
    private nuint _liveCount;
    private nuint _firstLater;
    private nuint _passAt;

    /// <summary>Begins; no mark is set.</summary>
    internal Marker(nint* stack, nuint stackCount)
    {
        _start = HeapLayout.Start;
        _bytes = HeapLayout.Bytes;
        _marks = HeapLayout.Marks.Words;
        _bottom = stack;
        _top = stack;
        _full = stack + stackCount;
        _wordCount = HeapLayout.WordCount;
        _firstLater = _wordCount;
        _passAt = _wordCount;
    }

    /// <summary>Bytes of the objects marked and looked at.</summary>
    internal readonly nuint LiveBytes => _liveBytes;

    internal readonly nuint LiveCount => _liveCount;

    /// <summary>Marks the object that a reference leads to; null and constant objects are none of
    /// the heap's.</summary>
    internal void Mark(nuint reference)
    {
        nuint distance = reference - _start;
        if (distance >= _bytes)
            return;
        ulong* word = _marks + (distance / Bitmap.BytesPerWord);
        ulong bit = Bitmap.Mask(distance);
        if ((*word & bit) != 0)
            return;
        *word |= bit;
        if (_top == _full)
            Postpone(distance);
        else
            *_top++ = (nint)reference;
    }

    private void Postpone(nuint distance)
    {
        HeapLayout.Later.Add(distance);
        nuint word = distance / Bitmap.BytesPerWord;
        // What lies behind the place where a pass is now, the pass will see.
        if (word < _passAt && word < _firstLater)
            _firstLater = word;
    }

    /// <summary>Marks what the marked objects lead to, to the end.</summary>
    internal void Finish()
    {
        Drain();
        while (_firstLater < _wordCount)
        {
            _passAt = _firstLater;
            _firstLater = _wordCount;
            for (; _passAt < _wordCount; _passAt++)
                TakeLater(HeapLayout.Later.Words + _passAt);
        }
    }

    // Others of the same word may be added meanwhile.
    private void TakeLater(ulong* word)
    {
        while (*word != 0)
        {
            int bit = System.Numerics.BitOperations.TrailingZeroCount(*word);
            *word &= *word - 1;
            Visit(_start + (_passAt * Bitmap.BytesPerWord) + ((nuint)bit * 8));
            Drain();
        }
    }

    private void Drain()
    {
        while (_top != _bottom)
            Visit((nuint)(*--_top));
    }

    private void Visit(nuint place)
    {
        MethodTable* table = *(MethodTable**)place;
        nuint size = table->BaseSize;
        if (table->HasComponentSize)
            size += (nuint)table->ComponentSize * *(uint*)(place + 8);
        _liveBytes += (size + 7) & ~(nuint)7;
        _liveCount++;
        if (table->HasPointers)
            MarkFields(place, table, size);
    }

    /// <summary>Marks what an object leads to; the description is the one that
    /// <see cref="ReferenceMap"/> reads.</summary>
    /// <param name="place">The object.</param>
    /// <param name="table">Its type, which has references.</param>
    /// <param name="size">Its bytes with the header, not rounded.</param>
    internal void MarkFields(nuint place, MethodTable* table, nuint size)
    {
        nint* map = (nint*)table - 1;
        nint runs = *map;
        if (runs < 0)
        {
            MarkElements(place, map - 1, -runs, size - 8);
            return;
        }
        for (; runs > 0; runs--)
        {
            map -= 2;
            nuint* at = (nuint*)(place + (nuint)map[1]);
            nuint* end = at + (((nuint)map[0] + size) / 8);
            while (at < end)
                Mark(*at++);
        }
    }

    // Elements are structs: references in a row, then bytes to skip, as often as pairs say.
    private void MarkElements(nuint place, nint* map, nint pairs, nuint size)
    {
        nuint at = place + (nuint)map[0];
        nuint end = place + size;
        while (at < end)
        {
            for (nint pair = 1; pair <= pairs; pair++)
            {
                ulong both = (ulong)map[-pair];
                for (uint rest = (uint)both; rest != 0; rest--, at += 8)
                    Mark(*(nuint*)at);
                at += (nuint)(both >> 32);
            }
        }
    }
}
