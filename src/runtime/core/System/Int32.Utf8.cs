// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace System;

public readonly partial struct Int32 : IUtf8SpanParsable<int>
{
    public static int Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text, NumberStyles.Integer, provider);

    public static int Parse(
        ReadOnlySpan<byte> utf8Text,
        NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return Parse(text.Widen(utf8Text), style, provider);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out int result) =>
        TryParse(utf8Text, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out int result) =>
        TryParse(utf8Text, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider,
        out int result)
    {
        TextBuilder text = new(stackalloc char[TextBuilder.NumberRoom]);
        return TryParse(text.Widen(utf8Text), style, provider, out result);
    }
}
