// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>Puts code points together from bytes; malformed and overlong sequences
/// vanish.</summary>
public struct Utf8Decoder
{
    private uint _value;
    private uint _least;
    private int _missing;

    /// <summary>Whether a sequence is under way.</summary>
    public readonly bool IsInside => _missing > 0;

    /// <summary>Forgets a sequence that is under way.</summary>
    public void Reset() => _missing = 0;

    /// <summary>Takes a byte of 0x80 and up.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>The code point that it completes, or 0.</returns>
    public uint Feed(byte value)
    {
        if ((value & 0xc0) == 0x80) return Continue(value);
        if ((value & 0xe0) == 0xc0) Begin(value & 0x1fu, 1, 0x80);
        else if ((value & 0xf0) == 0xe0) Begin(value & 0x0fu, 2, 0x800);
        else if ((value & 0xf8) == 0xf0) Begin(value & 0x07u, 3, 0x10000);
        else Reset();
        return 0;
    }

    private void Begin(uint value, int missing, uint least)
    {
        _value = value;
        _missing = missing;
        _least = least;
    }

    private uint Continue(byte value)
    {
        if (_missing == 0) return 0;
        _value = (_value << 6) | (value & 0x3fu);
        return --_missing == 0 && _value >= _least ? _value : 0;
    }
}
