// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Puts an interpolated text together.</summary>

[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int HoleLength = 11;
    private const int FirstLength = 64;

    private Span<char> _room;
    private int _length;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount) =>
        _room = new char[Math.Max(FirstLength, literalLength + (formattedCount * HoleLength))];

    public DefaultInterpolatedStringHandler(
        int literalLength, int formattedCount, IFormatProvider? provider)
        : this(literalLength, formattedCount)
    {
    }

    public DefaultInterpolatedStringHandler(
        int literalLength, int formattedCount, IFormatProvider? provider,
            Span<char> initialBuffer) =>
        _room = initialBuffer;

    public readonly ReadOnlySpan<char> Text => _room.Slice(0, _length);

    public override string ToString() => string.Create(Text);

    public string ToStringAndClear()
    {
        string text = string.Create(Text);
        Clear();
        return text;
    }

    public void Clear()
    {
        _room = default;
        _length = 0;
    }

    public void AppendLiteral(string value) => AppendFormatted(value.AsSpan());

    public void AppendFormatted(scoped ReadOnlySpan<char> value)
    {
        if (value.Length > _room.Length - _length)
            Grow(value.Length);
        value.CopyTo(_room.Slice(_length));
        _length += value.Length;
    }

    public void AppendFormatted(
        scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
    {
        int start = _length;
        AppendFormatted(value);
        Align(start, alignment);
    }

    // Without a format integers need none of the code for formats.
    public void AppendFormatted<T>(T value)
    {
        if (typeof(T) == typeof(int))
            AppendInteger((int)(object)value!);
        else if (typeof(T) == typeof(long))
            AppendInteger((long)(object)value!);
        else if (typeof(T) == typeof(short))
            AppendInteger((short)(object)value!);
        else if (typeof(T) == typeof(sbyte))
            AppendInteger((sbyte)(object)value!);
        else if (typeof(T) == typeof(uint))
            AppendInteger((uint)(object)value!, false);
        else if (typeof(T) == typeof(ulong))
            AppendInteger((ulong)(object)value!, false);
        else if (typeof(T) == typeof(ushort))
            AppendInteger((ushort)(object)value!, false);
        else if (typeof(T) == typeof(byte))
            AppendInteger((byte)(object)value!, false);
        else
            AppendFormatted(value, null);
    }

    public void AppendFormatted<T>(T value, string? format)
    {
        if (value is ISpanFormattable)
        {
            int written;
            while (!((ISpanFormattable)value).TryFormat(
                _room.Slice(_length), out written, format.AsSpan(), null))
                Grow(_room.Length + 1);
            _length += written;
            return;
        }
        string? text = value is IFormattable
            ? ((IFormattable)value).ToString(format, null) : value?.ToString();
        AppendFormatted(text.AsSpan());
    }

    public void AppendFormatted<T>(T value, int alignment) =>
        AppendFormatted(value, alignment, null);

    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        int start = _length;
        AppendFormatted(value, format);
        Align(start, alignment);
    }

    public void AppendFormatted(string? value) => AppendFormatted(value.AsSpan());

    public void AppendFormatted(string? value, int alignment = 0, string? format = null)
    {
        int start = _length;
        AppendFormatted(value.AsSpan());
        Align(start, alignment);
    }

    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        AppendFormatted<object?>(value, alignment, format);

    private void AppendInteger(long value) =>
        AppendInteger(value < 0 ? (ulong)-value : (ulong)value, value < 0);

    private void AppendInteger(ulong magnitude, bool isNegative)
    {
        int written;
        while (!IntegerFormat.TryDecimal(
            _room.Slice(_length), isNegative, magnitude, out written))
            Grow(_room.Length + 1);
        _length += written;
    }

    private void Align(int start, int alignment)
    {
        int padding = Math.Abs(alignment) - (_length - start);
        if (alignment == 0 || padding <= 0)
            return;
        if (padding > _room.Length - _length)
            Grow(padding);
        if (alignment > 0)
        {
            _room.Slice(start, _length - start).CopyTo(_room.Slice(start + padding));
            _room.Slice(start, padding).Fill(' ');
        }
        else
        {
            _room.Slice(_length, padding).Fill(' ');
        }
        _length += padding;
    }

    private void Grow(int more)
    {
        char[] larger = new char[Math.Max(_room.Length * 2, _length + more)];
        Text.CopyTo(larger);
        _room = larger;
    }
}
