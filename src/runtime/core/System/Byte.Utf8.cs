// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace System;

public readonly partial struct Byte : IUtf8SpanParsable<byte>
{
    public static byte Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text, NumberStyles.Integer, provider);

    public static byte Parse(
        ReadOnlySpan<byte> utf8Text,
        NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return Parse(text.Widen(utf8Text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out byte result) =>
        TryParse(utf8Text, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out byte result) =>
        TryParse(utf8Text, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider,
        out byte result)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return TryParse(text.Widen(utf8Text), style, provider, out result);
    }
}
