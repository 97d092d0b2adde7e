// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Text;

/// <summary>Text that is put together and changed.</summary>
public sealed partial class StringBuilder
{
    private const int FirstCapacity = 16;

    private char[] _chars;
    private int _length;

    public StringBuilder() => _chars = new char[FirstCapacity];

    public StringBuilder(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _chars = new char[capacity == 0 ? FirstCapacity : capacity];
    }

    public StringBuilder(string? value)
        : this(Math.Max(FirstCapacity, value?.Length ?? 0)) => Append(value);

    public int Length
    {
        get => _length;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value > _length)
                Append('\0', value - _length);
            _length = value;
        }
    }

    public int Capacity
    {
        get => _chars.Length;
        set
        {
            if (value < _length)
                throw new ArgumentOutOfRangeException(nameof(value));
            Array.Resize(ref _chars!, value);
        }
    }

    public int MaxCapacity => int.MaxValue;

    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_length)
                throw new IndexOutOfRangeException();
            return _chars[index];
        }
        set
        {
            if ((uint)index >= (uint)_length)
                throw new ArgumentOutOfRangeException(nameof(index));
            _chars[index] = value;
        }
    }

    private ReadOnlySpan<char> Text => new(_chars, 0, _length);

    public int EnsureCapacity(int capacity)
    {
        Reserve(capacity - _length);
        return _chars.Length;
    }

    public StringBuilder Append(char value)
    {
        if (_length == _chars.Length)
            Reserve(1);
        _chars[_length++] = value;
        return this;
    }

    public StringBuilder Append(char value, int repeatCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatCount);
        Reserve(repeatCount);
        new Span<char>(_chars, _length, repeatCount).Fill(value);
        _length += repeatCount;
        return this;
    }

    public StringBuilder Append(string? value) => Append(value.AsSpan());

    public StringBuilder Append(string? value, int startIndex, int count) =>
        Append(value.AsSpan(startIndex, count));

    public StringBuilder Append(char[]? value) => Append(new ReadOnlySpan<char>(value));

    public StringBuilder Append(char[]? value, int startIndex, int charCount) =>
        Append(new ReadOnlySpan<char>(value, startIndex, charCount));

    public StringBuilder Append(StringBuilder? value) => value is null ? this : Append(value.Text);

    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        Reserve(value.Length);
        value.CopyTo(new Span<char>(_chars, _length, value.Length));
        _length += value.Length;
        return this;
    }

    public StringBuilder Append(object? value) => Append(value?.ToString());

    public StringBuilder Append(bool value) => Append(value.ToString());

    public StringBuilder Append(sbyte value) => AppendSpan(value);

    public StringBuilder Append(byte value) => AppendSpan(value);

    public StringBuilder Append(short value) => AppendSpan(value);

    public StringBuilder Append(ushort value) => AppendSpan(value);

    public StringBuilder Append(int value) => AppendSpan(value);

    public StringBuilder Append(uint value) => AppendSpan(value);

    public StringBuilder Append(long value) => AppendSpan(value);

    public StringBuilder Append(ulong value) => AppendSpan(value);

    public StringBuilder Append(float value) => AppendSpan(value);

    public StringBuilder Append(double value) => AppendSpan(value);

    public StringBuilder Append(
        [InterpolatedStringHandlerArgument(
            "")] ref AppendInterpolatedStringHandler handler) => this;

    public StringBuilder Append(
        IFormatProvider? provider,
        [InterpolatedStringHandlerArgument("", nameof(provider))]
        ref AppendInterpolatedStringHandler handler) => this;

    public StringBuilder AppendLine() => Append(Environment.NewLine);

    public StringBuilder AppendLine(string? value) => Append(value).AppendLine();

    public StringBuilder AppendLine(
        [InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) =>
        AppendLine();

    public StringBuilder AppendJoin<T>(string? separator, IEnumerable<T> values) =>
        Append(string.Join(separator, values));

    public StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values) =>
        Append(string.Join(separator, values));

    public StringBuilder AppendJoin(string? separator, params string?[] values) =>
        Append(string.Join(separator, values));

    public StringBuilder AppendJoin(string? separator, params ReadOnlySpan<string?> values) =>
        Append(string.Join(separator, values));

    public StringBuilder Insert(int index, string? value)
    {
        if ((uint)index > (uint)_length)
            throw new ArgumentOutOfRangeException(nameof(index));
        int count = value?.Length ?? 0;
        Reserve(count);
        Array.Move(_chars, index, _chars, index + count, _length - index);
        value.AsSpan().CopyTo(new Span<char>(_chars, index, count));
        _length += count;
        return this;
    }

    public StringBuilder Insert(int index, char value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, int value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, object? value) => Insert(index, value?.ToString());

    public StringBuilder Remove(int startIndex, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > _length - startIndex)
            throw new ArgumentOutOfRangeException(nameof(length));
        Array.Move(_chars, startIndex + length, _chars, startIndex, _length - startIndex - length);
        _length -= length;
        return this;
    }

    public StringBuilder Replace(char oldChar, char newChar)
    {
        for (int i = 0; i < _length; i++)
        {
            if (_chars[i] == oldChar)
                _chars[i] = newChar;
        }
        return this;
    }

    public StringBuilder Replace(string oldValue, string? newValue)
    {
        string text = ToString().Replace(oldValue, newValue);
        _length = 0;
        return Append(text);
    }

    public StringBuilder Clear()
    {
        _length = 0;
        return this;
    }

    public void CopyTo(int sourceIndex, Span<char> destination, int count) =>
        Text.Slice(sourceIndex, count).CopyTo(destination);

    public bool Equals(StringBuilder? sb) => sb is not null && Text.SequenceEqual(sb.Text);

    public override string ToString() => string.Create(Text);

    public string ToString(int startIndex, int length) =>
        string.Create(Text.Slice(startIndex, length));

    private StringBuilder AppendSpan<T>(T value) where T : ISpanFormattable
    {
        Span<char> room = stackalloc char[32];
        if (value.TryFormat(room, out int written, default, null))
            return Append(room.Slice(0, written));
        return Append(value.ToString(null, null));
    }

    private void Reserve(int more)
    {
        if (more <= _chars.Length - _length)
            return;
        char[] larger = new char[Math.Max(_chars.Length * 2, _length + more)];
        Array.Move(_chars, 0, larger, 0, _length);
        _chars = larger;
    }
}
