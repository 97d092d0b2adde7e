// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Text;

/// <summary>Gathers text, first in room on the stack, then in arrays.</summary>
internal ref struct TextBuilder
{
    /// <summary>Room that is enough for numbers as they are mostly written.</summary>
    internal const int NumberRoom = 64;

    private Span<char> _room;
    private int _length;

    internal TextBuilder(Span<char> room)
    {
        _room = room;
        _length = 0;
    }

    internal readonly int Length => _length;

    internal readonly ReadOnlySpan<char> Text => _room.Slice(0, _length);

    // None of these is worth a copy of its code where it is used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Append(char c)
    {
        if (_length == _room.Length)
            Grow(1);
        _room[_length++] = c;
    }

    internal void Append(char c, int count)
    {
        for (; count > 0; count--)
            Append(c);
    }

    internal void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _room.Length - _length)
            Grow(text.Length);
        text.CopyTo(_room.Slice(_length));
        _length += text.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Append(string? text) => Append(text.AsSpan());

    internal void Truncate(int length) => _length = length;

    internal readonly string Take() => string.Create(Text);

    internal readonly bool TryCopyTo(Span<char> destination, out int written)
    {
        bool fits = Text.TryCopyTo(destination);
        written = fits ? _length : 0;
        return fits;
    }

    // Numbers are ASCII.
    internal readonly bool TryCopyTo(Span<byte> destination, out int written)
    {
        written = 0;
        if (destination.Length < _length)
            return false;
        for (int i = 0; i < _length; i++)
            destination[i] = (byte)_room[i];
        written = _length;
        return true;
    }

    /// <summary>The text of a number: beyond ASCII nothing belongs to one, and any other character
    /// will do.</summary>
    internal ReadOnlySpan<char> Widen(scoped ReadOnlySpan<byte> utf8)
    {
        foreach (byte one in utf8)
            Append(one < 0x80 ? (char)one : '\uFFFD');
        return Text;
    }

    private void Grow(int more)
    {
        char[] larger = new char[Math.Max(_room.Length * 2, _length + more)];
        Text.CopyTo(larger);
        _room = larger;
    }
}
