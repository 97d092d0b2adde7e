// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace System;

public readonly partial struct SByte : IUtf8SpanParsable<sbyte>
{
    public static sbyte Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text, NumberStyles.Integer, provider);

    public static sbyte Parse(
        ReadOnlySpan<byte> utf8Text,
        NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return Parse(text.Widen(utf8Text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out sbyte result) =>
        TryParse(utf8Text, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out sbyte result) =>
        TryParse(utf8Text, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider,
        out sbyte result)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return TryParse(text.Widen(utf8Text), style, provider, out result);
    }
}
