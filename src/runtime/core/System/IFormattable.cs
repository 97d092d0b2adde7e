// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Has a text that a format chooses.</summary>
public interface IFormattable
{
    string ToString(string? format, IFormatProvider? formatProvider);
}
