// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>The places of an object's references.</summary>
/// <remarks>
/// The native compiler's description lies before the type's table: a count of runs above zero, then
/// downwards for each its distance and its length, from which the object's size is taken; or, for
/// arrays of structs, a count below zero, the distance of the first element, and downwards pairs of
/// 32 bits: references in a row, bytes to skip.
/// </remarks>
internal unsafe ref struct ReferenceMap
{
    private readonly nint* _end;
    private readonly nuint _size;
    private readonly nint _runs;
    private nint _run;
    private nuint _at;
    private nuint _rest;

    /// <summary>Begins with an object's references.</summary>
    /// <param name="table">Its type.</param>
    /// <param name="length">Its length, of arrays.</param>
    internal ReferenceMap(MethodTable* table, uint length)
    {
        if (!table->HasPointers)
            return;
        _end = (nint*)table - 1;
        _runs = *_end;
        _size = table->BaseSize + ((nuint)length * table->ComponentSize);
        if (_runs < 0)
        {
            _at = (nuint)_end[-1];
            _size -= 8;
        }
    }

    /// <summary>The distance of the next reference from the object's table pointer.</summary>
    internal bool TryNext(out nuint offset)
    {
        while (_rest == 0)
        {
            if (!(_runs < 0 ? TryNextPair() : TryNextRun()))
            {
                offset = 0;
                return false;
            }
        }
        offset = _at;
        _at += 8;
        _rest--;
        return true;
    }

    private bool TryNextRun()
    {
        if (_run >= _runs)
            return false;
        _at = (nuint)_end[-1 - (2 * _run)];
        _rest = ((nuint)_end[-2 - (2 * _run)] + _size) / 8;
        _run++;
        return true;
    }

    // One pair after the other, element by element, until the array's end.
    private bool TryNextPair()
    {
        // The skip of the pair before comes behind its references.
        if (_run != 0)
            _at += (uint)((ulong)_end[-1 - _run] >> 32);
        if (_at >= _size)
            return false;
        _run = _run == -_runs ? 1 : _run + 1;
        _rest = (uint)_end[-1 - _run];
        return true;
    }
}
