// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Partitions.Tests.Console;

/// <summary>
/// A terminal of unlimited width, written independently of the console: shows what a user would
/// see, with combining and wide characters, and throws at any sequence that could reach beyond the
/// current line.
/// </summary>
internal sealed class TerminalModel
{
    private readonly List<List<int>> _rows = [[]];
    private int _column;

    public IReadOnlyList<string> Rows => [.. _rows.Select(RowText)];

    public int Column => _column;

    public void Write(byte[] bytes)
    {
        int[] runes = [.. new UTF8Encoding(false, true).GetString(bytes).EnumerateRunes()
            .Select(rune => rune.Value)];
        for (int index = 0; index < runes.Length; index++)
        {
            if (runes[index] == 0x1b) index = Sequence(runes, index + 1);
            else Character(runes[index]);
        }
    }

    private void Character(int value)
    {
        switch (value)
        {
            case '\r': _column = 0; break;
            case '\n': _rows.Add([]); break;
            case '\b': _column = Math.Max(0, _column - 1); break;
            case '\t': _column = (_column + 8) & ~7; break;
            case >= 0x300 and <= 0x36f: break;
            case >= 0x4e00 and <= 0x9fff:
                Put(value);
                Put(' ');
                break;
            case < 0x20 or 0x7f: throw new InvalidOperationException($"control character {value}");
            default: Put(value); break;
        }
    }

    private void Put(int value)
    {
        List<int> row = _rows[^1];
        while (row.Count <= _column) row.Add(' ');
        row[_column++] = value;
    }

    private int Sequence(int[] runes, int index)
    {
        if (runes[index] != '[') throw new InvalidOperationException("escape sequence");
        string numbers = "";
        for (index++; runes[index] is (>= '0' and <= '9') or ';'; index++)
        {
            numbers += (char)runes[index];
        }
        int count = int.TryParse(numbers, out int value) ? value : 1;
        switch (runes[index])
        {
            case 'D': _column = Math.Max(0, _column - count); break;
            case 'C': _column += count; break;
            case 'K': Erase(_rows[^1]); break;
            case 'm': break;
            default: throw new InvalidOperationException($"sequence {(char)runes[index]}");
        }
        return index;
    }

    private void Erase(List<int> row)
    {
        if (row.Count > _column) row.RemoveRange(_column, row.Count - _column);
    }

    private static string RowText(List<int> row) =>
        string.Concat(row.Select(char.ConvertFromUtf32));
}
