// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

public readonly partial struct TimeSpan
{
    public override string ToString() => ToString(null, null);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        TextBuilder text = new(stackalloc char[32]);
        Write(ref text, format.AsSpan());
        return text.Take();
    }

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? formatProvider = null)
    {
        TextBuilder text = new(stackalloc char[32]);
        Write(ref text, format);
        return text.TryCopyTo(destination, out charsWritten);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? formatProvider = null)
    {
        TextBuilder text = new(stackalloc char[32]);
        Write(ref text, format);
        return text.TryCopyTo(utf8Destination, out bytesWritten);
    }

    // c, t, T: [-][d.]hh:mm:ss[.fffffff]; g: [-][d:]h:mm:ss[.f…]; G: [-]d:hh:mm:ss.fffffff.
    private void Write(ref TextBuilder text, ReadOnlySpan<char> format)
    {
        char kind = format.IsEmpty ? 'c' : format[0];
        if (format.Length > 1 || kind is not ('c' or 't' or 'T' or 'g' or 'G'))
            throw new FormatException("Input string was not in a correct format.");
        ulong ticks = (ulong)(_ticks < 0 ? -_ticks : _ticks);
        ulong seconds = ticks / (ulong)TicksPerSecond;
        ulong fraction = ticks % (ulong)TicksPerSecond;
        if (_ticks < 0)
            text.Append('-');
        ulong days = seconds / 86400;
        if (days != 0 || kind == 'G')
        {
            IntegerFormat.AppendDecimal(ref text, false, days);
            text.Append(kind is 'g' or 'G' ? ':' : '.');
        }
        AppendPadded(ref text, seconds / 3600 % 24, kind == 'g' ? 1 : 2);
        text.Append(':');
        AppendPadded(ref text, seconds / 60 % 60, 2);
        text.Append(':');
        AppendPadded(ref text, seconds % 60, 2);
        if (fraction == 0 && kind != 'G')
            return;
        text.Append('.');
        AppendPadded(ref text, fraction, 7);
        while (kind == 'g' && text.Text[text.Length - 1] == '0')
            text.Truncate(text.Length - 1);
    }

    private static void AppendPadded(ref TextBuilder text, ulong value, int digits)
    {
        for (int i = 1; i < digits; i++)
        {
            if (value < Power(digits - i))
                text.Append('0');
        }
        IntegerFormat.AppendDecimal(ref text, false, value);
    }

    private static ulong Power(int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
