// SPDX-License-Identifier: MIT
namespace System;

public readonly unsafe partial struct IntPtr : IFormattable
{
    public override string ToString() => IntegerFormat.Decimal((long)_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Signed((long)_value, 64, format);
}
