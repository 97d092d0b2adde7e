// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Writes its text into a span.</summary>
public interface ISpanFormattable : IFormattable
{
    bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format,
        IFormatProvider? provider);
}
