// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace System;

public readonly partial struct Int64 : IUtf8SpanParsable<long>
{
    public static long Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text, NumberStyles.Integer, provider);

    public static long Parse(
        ReadOnlySpan<byte> utf8Text,
        NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return Parse(text.Widen(utf8Text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out long result) =>
        TryParse(utf8Text, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out long result) =>
        TryParse(utf8Text, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider,
        out long result)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return TryParse(text.Widen(utf8Text), style, provider, out result);
    }
}
