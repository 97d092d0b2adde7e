// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// A client's unfinished line: what it looks like and where the cursor is. A cell is a code point
/// (bits 20:0) with its style (bits 31:21).
/// </summary>
public struct Line
{
    /// <summary>Most characters of a line.</summary>
    public const int CellsMax = 240;

    private const int StyleShift = 21;

    private CellTable _cells;
    private int _length;
    private int _cursor;

    [InlineArray(CellsMax)]
    private struct CellTable
    {
        private uint _element;
    }

    /// <summary>Characters in the line.</summary>
    public readonly int Length => _length;

    /// <summary>Index at which the next character goes.</summary>
    public readonly int Cursor => _cursor;

    /// <summary>The code point of a cell.</summary>
    /// <param name="index">Below <see cref="Length"/>.</param>
    /// <returns>The code point.</returns>
    public readonly uint CodePoint(int index) => _cells[index] & ((1u << StyleShift) - 1);

    /// <summary>The style of a cell.</summary>
    /// <param name="index">Below <see cref="Length"/>.</param>
    /// <returns>The style.</returns>
    public readonly TextStyle Style(int index) => new(_cells[index] >> StyleShift);

    /// <summary>Empties the line.</summary>
    public void Clear()
    {
        _length = 0;
        _cursor = 0;
    }

    /// <summary>Goes to the start.</summary>
    public void Return() => _cursor = 0;

    /// <summary>Puts a character at the cursor; the caller has seen that there is room.</summary>
    /// <param name="codePoint">The character.</param>
    /// <param name="style">Its style.</param>
    public void Put(uint codePoint, TextStyle style)
    {
        _cells[_cursor++] = codePoint | (style.Bits << StyleShift);
        if (_cursor > _length) _length = _cursor;
    }

    /// <summary>Forgets what is right of the cursor.</summary>
    public void EraseToEnd() => _length = _cursor;

    /// <summary>Moves the cursor left, not over a character of uncertain width.</summary>
    /// <param name="count">Columns asked for.</param>
    /// <returns>Columns moved.</returns>
    public uint Left(uint count)
    {
        uint moved = 0;
        while (moved < count && _cursor > 0 && CodePoints.IsOneColumn(CodePoint(_cursor - 1)))
        {
            _cursor--;
            moved++;
        }
        return moved;
    }

    /// <summary>Moves the cursor right within the text, not over a character of uncertain
    /// width.</summary>
    /// <param name="count">Columns asked for.</param>
    /// <returns>Columns moved.</returns>
    public uint Right(uint count)
    {
        uint moved = 0;
        while (moved < count && _cursor < _length && CodePoints.IsOneColumn(CodePoint(_cursor)))
        {
            _cursor++;
            moved++;
        }
        return moved;
    }

    /// <summary>Moves the cursor behind the last character.</summary>
    public void MoveToEnd() => _cursor = _length;
}
