// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Writes its text into a span as UTF-8.</summary>
public interface IUtf8SpanFormattable
{
    bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format,
        IFormatProvider? provider);
}
