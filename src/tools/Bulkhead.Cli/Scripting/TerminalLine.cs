// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace Bulkhead.Cli.Scripting;

/// <summary>
/// The line that a terminal would show: carriage return, backspace and the cursor sequences of
/// ECMA-48 take effect, colours vanish. So an expectation sees what a person sees.
/// </summary>
public sealed class TerminalLine
{
    private const char Escape = '\x1b';
    private const int ColumnsMax = 4096;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _sequence = new();
    private int _cursor;
    private bool _isInSequence;

    /// <summary>What the line shows now.</summary>
    public string Text => _text.ToString();

    /// <summary>Takes a character.</summary>
    /// <param name="value">The character.</param>
    /// <returns>True when it ended the line; <see cref="Clear"/> must follow.</returns>
    public bool Feed(char value)
    {
        if (_isInSequence)
        {
            FeedSequence(value);
            return false;
        }

        switch (value)
        {
            case '\n':
                return true;
            case '\r':
                _cursor = 0;
                break;
            case '\b':
                _cursor = Math.Max(0, _cursor - 1);
                break;
            case Escape:
                _isInSequence = true;
                _sequence.Clear();
                break;
            case >= ' ' or '\t':
                Put(value);
                break;
            default:
                break;
        }

        return false;
    }

    /// <summary>Begins a new line.</summary>
    public void Clear()
    {
        _text.Clear();
        _cursor = 0;
    }

    private void Put(char value)
    {
        if (_cursor >= ColumnsMax)
        {
            return;
        }

        while (_text.Length < _cursor)
        {
            _text.Append(' ');
        }

        if (_cursor < _text.Length)
        {
            _text[_cursor] = value;
        }
        else
        {
            _text.Append(value);
        }

        _cursor++;
    }

    // ESC [ parameters final: the final byte is a letter or one of @ to ~.
    private void FeedSequence(char value)
    {
        _sequence.Append(value);
        bool isControl = _sequence[0] == '[';
        if (isControl && (_sequence.Length == 1 || value is < '@' or > '~'))
        {
            _isInSequence = _sequence.Length < 32;
            return;
        }

        _isInSequence = false;
        if (isControl)
        {
            Apply(value, _sequence.ToString(1, _sequence.Length - 2));
        }
    }

    private void Apply(char final, string parameters)
    {
        bool hasCount = int.TryParse(
            parameters, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        int steps = hasCount && count > 0 ? count : 1;
        switch (final)
        {
            case 'C':
                _cursor = Math.Min(ColumnsMax, _cursor + steps);
                break;
            case 'D':
                _cursor = Math.Max(0, _cursor - steps);
                break;
            case 'G':
                _cursor = Math.Min(ColumnsMax, steps - 1);
                break;
            case 'K' when !hasCount || count == 0:
                _text.Length = Math.Min(_text.Length, _cursor);
                break;
            case 'J' or 'K':
                _text.Clear();
                break;
            default:
                break;
        }
    }
}
