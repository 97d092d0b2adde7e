// SPDX-License-Identifier: MIT
namespace System;

public readonly unsafe partial struct UIntPtr : IFormattable
{
    public override string ToString() => IntegerFormat.Decimal((ulong)_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Unsigned((ulong)_value, format);
}
