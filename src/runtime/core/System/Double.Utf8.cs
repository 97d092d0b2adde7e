// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace System;

public readonly partial struct Double : IUtf8SpanFormattable, IUtf8SpanParsable<double>
{
    public static double Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static double Parse(
        ReadOnlySpan<byte> utf8Text,
        NumberStyles style = NumberStyles.Float | NumberStyles.AllowThousands,
        IFormatProvider? provider = null)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return Parse(text.Widen(utf8Text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out double result) =>
        TryParse(utf8Text, NumberStyles.Float | NumberStyles.AllowThousands, null, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out double result) =>
        TryParse(utf8Text, NumberStyles.Float | NumberStyles.AllowThousands, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider,
        out double result)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return TryParse(text.Widen(utf8Text), style, provider, out result);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        FloatFormat.TryWrite(
            _value, false, format, utf8Destination, out bytesWritten);
}
