// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>
/// Reads one client's output and lets only harmless operations through: visible characters, line
/// ends, moves and erasure within the line, colours. Every other control character and escape
/// sequence vanishes, so no client can move the cursor out of its line, clear the screen, or make
/// the terminal answer.
/// </summary>
public struct OutputFilter
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    private State _state;
    private Utf8Decoder _decoder;
    private ControlSequence _sequence;
    private TextStyle _style;

    private enum State : byte
    {
        Text = 0,
        Escape = 1,
        EscapeIntermediate = 2,
        Sequence = 3,
        String = 4,
        StringEscape = 5,
    }

    /// <summary>Style of the characters that come now.</summary>
    public readonly TextStyle Style => _style;

    /// <summary>Takes one byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>What it means.</returns>
    public TextEvent Feed(byte value)
    {
        // A line end ends whatever is unfinished: a lost terminator must not swallow the rest.
        if (value is (byte)'\n' or (byte)'\r') return LineEnd(value);
        return _state switch
        {
            State.Text => Text(value),
            State.Escape => AfterEscape(value),
            State.EscapeIntermediate => AfterIntermediate(value),
            State.Sequence => Sequence(value),
            State.String => InString(value),
            _ => AfterStringEscape(value),
        };
    }

    private TextEvent LineEnd(byte value)
    {
        _state = State.Text;
        _decoder.Reset();
        return new(value == (byte)'\n' ? TextOperation.LineFeed : TextOperation.CarriageReturn);
    }

    private TextEvent Text(byte value)
    {
        if (value >= 0x80) return Show(_decoder.Feed(value));
        _decoder.Reset();
        if (value == Escape) _state = State.Escape;
        if (value == (byte)'\b') return new(TextOperation.Left, 1);
        if (value == (byte)'\t') return new(TextOperation.Character, value);
        return Show(value);
    }

    private static TextEvent Show(uint codePoint) =>
        CodePoints.IsShown(codePoint) ? new(TextOperation.Character, codePoint) : default;

    private TextEvent AfterEscape(byte value)
    {
        _sequence.Reset();
        _state = value switch
        {
            (byte)'[' => State.Sequence,
            (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_' => State.String,
            Escape => State.Escape,
            >= 0x20 and <= 0x2f => State.EscapeIntermediate,
            _ => State.Text,
        };
        return default;
    }

    private TextEvent AfterIntermediate(byte value)
    {
        if (value == Escape) _state = State.Escape;
        else if (value is not (>= 0x20 and <= 0x2f)) _state = State.Text;
        return default;
    }

    private TextEvent Sequence(byte value)
    {
        if (value is >= 0x20 and <= 0x3f)
        {
            _sequence.Feed(value);
            return default;
        }
        _state = value == Escape ? State.Escape : State.Text;
        bool isFinal = value is >= 0x40 and <= 0x7e;
        return isFinal && _sequence.IsPlain ? Execute(value) : default;
    }

    private TextEvent Execute(byte final)
    {
        switch (final)
        {
            case (byte)'m':
                _style = StyleSequence.Apply(_style, in _sequence);
                return default;
            case (byte)'D': return new(TextOperation.Left, _sequence.Repeat);
            case (byte)'C': return new(TextOperation.Right, _sequence.Repeat);
            // Line editors erase to the end of the screen; their own line is all that they get.
            case (byte)'K' or (byte)'J' when _sequence.Parameter(0) == 0:
                return new(TextOperation.EraseToEnd);
            default: return default;
        }
    }

    private TextEvent InString(byte value)
    {
        if (value == Bell) _state = State.Text;
        else if (value == Escape) _state = State.StringEscape;
        return default;
    }

    private TextEvent AfterStringEscape(byte value)
    {
        if (value == (byte)'\\')
        {
            _state = State.Text;
            return default;
        }
        return AfterEscape(value);
    }
}
